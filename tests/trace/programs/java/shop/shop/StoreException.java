package shop;

class StoreException extends Exception {
    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
