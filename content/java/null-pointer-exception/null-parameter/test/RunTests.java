/** Run with assertions on: java -ea */
final class RunTests {
    public static void main(String[] arguments) {
        String three = Packing.label(new Address("Ines Costa", "Park Road 1", " Backyard "));
        String two = Packing.label(new Address("Ines Costa", "Park Road 1", null));

        assert three.equals("Ines Costa\nPark Road 1\nBackyard") : three;
        assert two.equals("Ines Costa\nPark Road 1") : two;

        System.out.println("2 checks passed");
    }
}
