// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/ledgeraudit.h"

#include "core/ledger/ledgerreader.h"

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

using ToldBy = Ledger::Entry::ToldBy;

/// What an attempt that has ended comes to in the ledger.
LedgerState stateOf(const Attempt &attempt, const Generation &generation)
{
    const bool mayBeBilled = attempt.error && attempt.error->billing == Billing::MayBeBilled;
    const bool isFree = attempt.error && attempt.error->billing == Billing::NotBilled && generation.pictures.isEmpty();
    return mayBeBilled && !attempt.cost.isKnown() ? LedgerState::Kept
        : isFree                                  ? LedgerState::Released
                                                  : LedgerState::Settled;
}

class LedgerAudit
{
public:
    explicit LedgerAudit(Store &store)
        : m_reader(store)
        , m_ledger(store)
    {
    }

    QStringList look(const QList<Generation> &generations)
    {
        m_rows = m_reader.rows({}, 0, 1'000'000).result().value();
        for (const LedgerRow &row : std::as_const(m_rows)) {
            m_bills.insert(row.provider, row.cost);
        }
        QHash<std::pair<QString, int>, const LedgerRow *> entries;
        for (const LedgerRow &row : std::as_const(m_rows)) {
            entries.insert({row.generation, row.attempt}, &row);
        }
        for (const Generation &generation : generations) {
            for (int number = 0; number < generation.attempts.size(); ++number) {
                if (const LedgerRow *entry = entries.take({generation.id, number})) {
                    check(*entry, generation);
                } else {
                    complain(u"%1/%2 has no entry in the ledger"_s.arg(generation.id).arg(number));
                }
            }
        }
        for (const LedgerRow *entry : std::as_const(entries)) {
            complain(u"%1/%2 is only in the ledger"_s.arg(entry->generation).arg(entry->attempt));
        }
        checkSums();
        return m_complaints;
    }

private:
    void complain(const QString &what) { m_complaints.append(what); }

    void check(const LedgerRow &entry, const Generation &generation)
    {
        const Attempt &attempt = generation.attempts.at(entry.attempt);
        const QString place = u"%1/%2 (%3)"_s.arg(entry.generation).arg(entry.attempt).arg(entry.model);
        const LedgerState expected = stateOf(attempt, generation);
        if (entry.state != expected) {
            complain(place
                     + u": %1 in the ledger, %2 by the journal"_s.arg(ledgerStateName(entry.state),
                                                                      ledgerStateName(expected)));
        }
        if (entry.state == LedgerState::Settled && entry.cost != attempt.cost) {
            complain(place + u": cost %1, in the journal %2"_s.arg(entry.cost.toString(), attempt.cost.toString()));
        }
        if (!isReservedWell(entry, generation.estimate)) {
            complain(place
                     + u": %1 reserved, %2 told, %3 estimated"_s.arg(entry.reserved.toString(), entry.told.toString(),
                                                                     generation.estimate.toString()));
        }
    }

    /// The price of the list, as it was told before; where there is none, what a like call has cost, or what the vendor
    /// named as it took the job. Else nothing is known.
    [[nodiscard]] bool isReservedWell(const LedgerRow &entry, Money estimate) const
    {
        if (estimate.isKnown()) {
            return entry.toldBy == ToldBy::PriceList && entry.told == estimate && entry.reserved == estimate;
        }
        const bool isUnknown = entry.toldBy == ToldBy::Nobody && !entry.reserved.isKnown();
        return entry.toldBy != ToldBy::PriceList && (isUnknown || m_bills.contains(entry.provider, entry.reserved));
    }

    void checkSums()
    {
        Money settled = Money::zero();
        Money assumed = Money::zero();
        Money kept = Money::zero();
        for (const LedgerRow &row : std::as_const(m_rows)) {
            const Money reserved = Money::fromMicros(row.reserved.microsOr(0));
            if (row.state == LedgerState::Settled && row.cost.isKnown()) {
                settled += row.cost;
            } else if (row.state == LedgerState::Settled) {
                assumed += reserved;
            } else if (row.state != LedgerState::Released) {
                kept += reserved;
            }
        }
        const Usage usage = m_ledger.usage({}).result().value();
        if (usage.total != settled || usage.assumed != assumed || usage.reserved != kept) {
            complain(u"the ledger sums up to %1, %2 assumed and %3 reserved, its entries to %4, %5 and %6"_s.arg(
                usage.total.toString(), usage.assumed.toString(), usage.reserved.toString(), settled.toString(),
                assumed.toString(), kept.toString()));
        }
    }

    LedgerReader m_reader;
    Ledger m_ledger;
    QList<LedgerRow> m_rows;
    QMultiHash<QString, Money> m_bills; ///< by provider, each of which has one model here
    QStringList m_complaints;
};

} // namespace

QStringList auditLedger(Store &store, const QList<Generation> &generations)
{
    return LedgerAudit(store).look(generations);
}

} // namespace lightwell::test
