package be.zeef.sandbox.uitpas;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The card systems there are: the city's own, and a neighbour's. */
final class Regions {

    /** One city of a card system. */
    private record City(String postalCode, String name) {}

    private final Map<Integer, List<City>> cities = new TreeMap<>();
    private final Map<Integer, String> names = new TreeMap<>();
    private final int own;

    Regions(int own) {
        this.own = own;
        names.put(own, "UiTPAS Gent");
        cities.put(own, List.of(new City("9000", "Gent"), new City("9040", "Sint-Amandsberg")));
        names.put(neighbour(), "UiTPAS Dender");
        cities.put(neighbour(), List.of(new City("9300", "Aalst"), new City("9400", "Ninove")));
    }

    int own() {
        return own;
    }

    int neighbour() {
        return own + 1;
    }

    boolean exists(int cardSystem) {
        return names.containsKey(cardSystem);
    }

    List<Integer> all() {
        return List.copyOf(names.keySet());
    }

    /** Whether an address there lies in the card system. */
    boolean holds(int cardSystem, String postalCode) {
        return cities.getOrDefault(cardSystem, List.of()).stream()
                .anyMatch(city -> city.postalCode().equals(postalCode));
    }

    ObjectNode view(int cardSystem) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("id", cardSystem);
        view.put("name", names.get(cardSystem));
        var list = view.putArray("cities");
        cities.get(cardSystem)
                .forEach(city ->
                        list.addObject().put("postalCode", city.postalCode()).put("name", city.name()));
        view.put("permanent", true);
        view.put("cardlessRegistrationType", "ALL");
        return view;
    }
}
