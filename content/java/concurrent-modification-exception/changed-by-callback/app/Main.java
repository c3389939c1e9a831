final class Main {
    public static void main(String[] arguments) {
        Till till = new Till();
        till.listen(new SaleListener() {
            @Override
            public void sold(String article) {
                System.out.println("First sale of the day: " + article);
                till.forget(this);
            }
        });
        till.listen(article -> System.out.println("Reorder: " + article));
        till.sell("kettle");
        till.sell("lamp");
    }
}
