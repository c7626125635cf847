/**
 * What an agreement means on a day: whom a run asks what, and which period it grants for. A run and whoever goes on with it ask for the
 * plan of the run's own stored day.
 */
package be.zeef.plan;
