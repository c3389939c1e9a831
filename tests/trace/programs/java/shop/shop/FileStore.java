package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class FileStore {
    private final Path path;

    FileStore(String path) {
        this.path = Path.of(path);
    }

    List<String> load() throws StoreException {
        try {
            return Files.readAllLines(path);
        } catch (IOException problem) {
            throw new StoreException("could not read " + path.getFileName(), problem);
        }
    }
}
