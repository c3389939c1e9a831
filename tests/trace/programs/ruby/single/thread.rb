worker = Thread.new do
  Thread.current.name = 'uploader'
  File.read('/srv/data/photo.jpg')
end
sleep 0.3
puts worker.status.inspect
