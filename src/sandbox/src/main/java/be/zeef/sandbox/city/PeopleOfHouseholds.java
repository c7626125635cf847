package be.zeef.sandbox.city;

import be.zeef.sandbox.city.People.Person;
import java.time.LocalDate;
import java.util.Random;

/** Makes the members of one household after the other, as they come. */
final class PeopleOfHouseholds {
    private final Random random;
    private String head = "";
    private String municipality = "";
    private int members;
    private String bill = "";
    private long income;
    private int bills;

    PeopleOfHouseholds(Random random) {
        this.random = random;
    }

    /** @param right to the composite status, from when until when; empty for who never has it */
    Person member(String insz, String itsHead, String right, boolean died) {
        boolean status = !right.isEmpty();
        if (!itsHead.equals(head)) {
            begin(itsHead, status);
        }
        int place = members++;
        LocalDate born = TestNumbers.born(insz);
        boolean adult = born.getYear() <= 2008;
        boolean wage = adult && status && random.nextInt(2) == 0;
        boolean wageEnded = random.nextInt(3) == 0;
        // the first two share a bill; other adults have one of their own
        boolean shared = place < 2;
        boolean none = !adult || random.nextInt(100) < 3;
        String own = shared ? bill : Integer.toString(800_000_000 + bills++);
        return new Person(
                insz,
                itsHead,
                position(place, insz),
                born,
                died ? People.DIED : residence(insz),
                status && one(insz, 29) ? People.FAULTY : right,
                wage ? wageBegin(insz) : "",
                wage && wageEnded ? "2026-06-30" : "",
                none ? "" : own,
                shared ? income : random.nextInt(20_000) * 100L,
                none ? "" : !shared || bills % 4 != 0 ? "AB" : place == 0 ? "A" : "B");
    }

    /** One of so many, always the same ones. */
    private static boolean one(String insz, int of) {
        return Long.parseLong(insz) / 100 % of == 1;
    }

    private String residence(String insz) {
        return one(insz, 83) ? "99997" : one(insz, 89) ? "992" : one(insz, 97) ? People.ABROAD : municipality;
    }

    /** Partners of both kinds; most who live with them are their children, a few a stepchild, a grandchild or not related. */
    private static String position(int place, String insz) {
        if (place < 2) {
            return place == 0 ? "01" : Long.parseLong(insz) % 3 == 0 ? "22" : "02";
        }
        return switch ((int) (Long.parseLong(insz) % 29)) {
            case 0, 1, 2 -> "13";
            case 3 -> "05";
            case 4 -> "12";
            default -> "03";
        };
    }

    /** Of most since the beginning of the year, of some since the year before or since the spring. */
    private static String wageBegin(String insz) {
        return switch ((int) (Long.parseLong(insz) % 7)) {
            case 0, 1 -> "2026-04-15";
            case 2 -> "2025-10-06";
            default -> "2026-01-01";
        };
    }

    private void begin(String itsHead, boolean poor) {
        head = itsHead;
        members = 0;
        municipality = random.nextInt(100) < 3 ? "44040" : "44021";
        bill = Integer.toString(700_000_000 + bills++);
        income = (poor ? 900_000 : 1_800_000) + random.nextInt(poor ? 1_500_000 : 6_000_000);
    }
}
