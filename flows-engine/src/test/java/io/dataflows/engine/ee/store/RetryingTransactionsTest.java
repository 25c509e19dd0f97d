package io.dataflows.engine.ee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingTransactionsTest {

    /** Fails a number of times with a SQL state, then does the work. */
    private static final class Failing implements Transactions {

        private final String state;
        private int failuresLeft;
        private int calls;

        Failing(String state, int failures) {
            this.state = state;
            this.failuresLeft = failures;
        }

        @Override
        public <T> T join(Function<EntityManager, T> work) {
            return call(work);
        }

        @Override
        public <T> T call(Function<EntityManager, T> work) {
            calls++;
            if (failuresLeft-- > 0) {
                throw new PersistenceException(new IllegalStateException(new SQLException("no", state)));
            }
            return work.apply(null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "HYT00"})
    void triesAgainWhenAnotherTransactionWasInTheWay(String state) {
        Failing transactions = new Failing(state, 3);

        assertThat(new RetryingTransactions(transactions).<String>call(manager -> "done"))
                .isEqualTo("done");
        assertThat(transactions.calls).isEqualTo(4);
    }

    @Test
    void givesUpAfterAFewAttempts() {
        Failing transactions = new Failing("40P01", 99);

        assertThatThrownBy(() -> new RetryingTransactions(transactions).call(manager -> "done"))
                .isInstanceOf(PersistenceException.class);
        assertThat(transactions.calls).isEqualTo(4);
    }

    @Test
    void doesNotRepeatAnyOtherFailure() {
        Failing transactions = new Failing("23505", 1);

        assertThatThrownBy(() -> new RetryingTransactions(transactions).call(manager -> "done"))
                .isInstanceOf(PersistenceException.class);
        assertThat(transactions.calls).isEqualTo(1);
    }
}
