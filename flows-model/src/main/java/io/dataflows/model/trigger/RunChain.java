package io.dataflows.model.trigger;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs that started one another: how far down this one is, and what all runs of the chain share, on whatever threads
 * they are: their count, and the room for what they returned to steps that still wait for others. Depth bounds how long
 * the chain gets, the count how wide, the room how much memory it takes.
 */
public final class RunChain {

    private final UUID first;
    private final int depth;
    private final AtomicInteger runs;
    private final AtomicLong kept;
    private final AtomicBoolean ended;

    private RunChain(UUID first, int depth, AtomicInteger runs, AtomicLong kept, AtomicBoolean ended) {
        this.first = first;
        this.depth = depth;
        this.runs = runs;
        this.kept = kept;
        this.ended = ended;
    }

    /** The chain of a run that something outside starts. */
    public static RunChain begin(UUID flow) {
        return at(flow, 0);
    }

    /** A chain of which only the beginning and the depth are known. */
    public static RunChain at(UUID first, int depth) {
        return new RunChain(first, depth, new AtomicInteger(), new AtomicLong(), new AtomicBoolean());
    }

    /** The same chain for a run that this one starts. */
    public RunChain below() {
        return new RunChain(first, depth + 1, runs, kept, ended);
    }

    /** The flow that something outside started. */
    public UUID first() {
        return first;
    }

    /** How many runs stand above this one; 0 for one that was started from outside. */
    public int depth() {
        return depth;
    }

    /** How many runs the chain has begun so far, the first one aside. */
    public int runs() {
        return runs.get();
    }

    /** Counts one more run, if the chain doesn't have {@code most} of them yet. */
    public boolean add(int most) {
        return runs.getAndUpdate(count -> count < most ? count + 1 : count) < most;
    }

    /** Whether this is the first of the chain's runs that a limit kept from beginning: it is told of once. */
    public boolean endHere() {
        return ended.compareAndSet(false, true);
    }

    /** Takes room for data of this size, if all that is kept in the chain stays within {@code most}. */
    public boolean keep(long size, long most) {
        return kept.getAndUpdate(held -> held + size <= most ? held + size : held) + size <= most;
    }

    /** Gives room back that was taken. */
    public void release(long size) {
        kept.addAndGet(-size);
    }
}
