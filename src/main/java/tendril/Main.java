package tendril;

/** The program's entry point: opens the window, or runs one command when it is given one. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("Tendril");
    }
}
