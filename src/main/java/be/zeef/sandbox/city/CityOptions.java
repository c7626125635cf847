package be.zeef.sandbox.city;

/**
 * Which city to make; equal options make equal cities.
 *
 * @param households at least 1
 * @param badLines how many of a thousand households get one line that must be refused
 */
public record CityOptions(int households, long seed, int badLines) {}
