class Session:
    def __del__(self):
        self.socket.close()


session = Session()
del session
print("done")
