package be.zeef.cli;

public final class Zeef {
    public static void main(String[] args) {
        System.out.println("zeef");
    }
}
