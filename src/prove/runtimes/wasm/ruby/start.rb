# A Ruby that is started as a program loads these by itself.
require "rubygems"
require "error_highlight"
require "did_you_mean"

# Does what the program `ruby` does around a script: options, at_exit, the report of an error, the exit status.
module Start
  Status = Struct.new(:exitstatus) do
    def success? = exitstatus == 0
    def signaled? = false
  end

  @at_exit = []

  class << self
    attr_reader :at_exit

    # Returns the exit status.
    def main(folder, *words)
      $stdout.sync = true
      Dir.chdir(folder)
      return puts(RUBY_DESCRIPTION) || 0 if words.first == "--version"
      return run { rake(words.drop(1)) } if words.first == "--rake"

      script(words)
    end

    # Runs a script with the words that stand before and after it on a command line.
    def script(words)
      while words.first&.start_with?("-")
        option = words.shift
        case option
        when "-w" then $VERBOSE = true
        when "-I" then $LOAD_PATH.unshift(File.expand_path(words.shift))
        when /\A-I(.+)/ then $LOAD_PATH.unshift(File.expand_path($1))
        else raise ArgumentError, "unknown option #{option}"
        end
      end
      $0 = words.shift
      ARGV.replace(words)
      run { RubyVM::InstructionSequence.compile_file($0).eval }
    end

    private

    # As Ruby itself does: first what at_exit holds, which sees the error in $!, then the report.
    def run
      yield
      finish(0)
    rescue Exception => error
      status = finish(status_of(error))
      report(error)
      status
    end

    def finish(status)
      until at_exit.empty?
        begin
          at_exit.pop.call
        rescue Exception => error
          status = status_of(error)
          report(error)
        end
      end
      status
    end

    def status_of(error) = error.is_a?(SystemExit) ? error.status : 1

    def report(error)
      return if error.is_a?(SystemExit)

      leave_out_start(error)
      $stderr.write(error.full_message(highlight: false, order: :top))
    end

    # The frames of this file are no part of the program.
    def leave_out_start(error)
      locations = error.backtrace_locations
      error.set_backtrace(locations.take_while { |location| location.path != "eval" }) if locations
      leave_out_start(error.cause) if error.cause
    end

    def rake(words)
      require "rake"
      require "shellwords"
      Rake::FileUtilsExt.prepend(InSameProcess)
      Rake::DSL.prepend(InSameProcess)
      Rake::Backtrace.singleton_class.prepend(WithoutStart)
      Rake.application.run(words)
    end
  end
end

module Kernel
  def at_exit(&block)
    Start.at_exit << block
    block
  end
end

# Rake leaves out its own frames, and with this those of this file.
module WithoutStart
  def collapse(backtrace) = super.reject { |frame| frame.start_with?("eval:") }
end

# Rake starts a second Ruby for tests. There are no processes here, so the same one runs them.
module InSameProcess
  def ruby(*words, **)
    status = Start::Status.new(Start.script(words.flat_map { |text| Shellwords.split(text) }))
    yield status.success?, status
  end
end
