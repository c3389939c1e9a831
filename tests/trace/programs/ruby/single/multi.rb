class TemplateError < StandardError; end

def render(name)
  raise TemplateError, "cannot render #{name}\n\tfrom not/a/frame.rb:1:in `fake'\nsee the handbook, page 3"
end

render('invoice')
