package be.zeef.source;

/** Persons in ascending order of their INSZ, each once. A view: it copies nothing and may hold millions. */
public interface PersonList {

    int size();

    /** The INSZ at this place, 0 ≤ place &lt; size. */
    long at(int place);

    /** The place of this INSZ, or a negative number when it is not in the list. */
    default int placeOf(long insz) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = at(middle);
            if (found == insz) {
                return middle;
            }
            if (found < insz) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
