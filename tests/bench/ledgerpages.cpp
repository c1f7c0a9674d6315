// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the Budgets page waits for a ledger of 100,000 entries: for a window of rows, and for its sums by day.
#include "core/ledger/ledgerreader.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"
#include "tests/bench/measurement.h"

#include <QDir>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int entries = 100'000;
constexpr int windowRows = 100;

Status fill(Database &database)
{
    return inTransaction(database, [&database]() -> Status {
        for (int number = 0; number < entries; ++number) {
            const Result<int> written =
                change(database,
                       u"INSERT INTO ledger (reservation, generation, provider, model, client, state, estimate, cost, "
                       u"pictures, "
                       "created_at, told, told_by) VALUES (?, ?, ?, ?, ?, 'settled', ?, ?, 1, ?, ?, 'list')"_s,
                       {u"gen_%1/0"_s.arg(number), u"gen_%1"_s.arg(number), u"provider-%1"_s.arg(number % 7),
                        u"model-%1"_s.arg(number % 40), u"client-%1"_s.arg(number % 5), 40'000, 41'000,
                        1'767'225'600'000LL + 300'000LL * number, 40'000});
            if (!written) {
                return written.error();
            }
        }
        return Success();
    });
}

Figure milliseconds(const QString &name, const QList<double> &times, const QString &aim)
{
    Figure figure;
    figure.name = name;
    figure.value = median(times);
    figure.unit = u"ms"_s;
    figure.aim = aim;
    return figure;
}

} // namespace

QList<Figure> measureLedger(const Setup &setup)
{
    const QString file = QDir(setup.folder).filePath(u"ledger.sqlite"_s);
    Result<std::unique_ptr<Store>> opened = Store::open(file);
    if (!opened || !opened.value()->run([](Database &database) { return fill(database); }).result()) {
        return {};
    }
    LedgerReader reader(*opened.value());
    const int rounds = setup.quick ? 3 : 30;
    QList<double> first;
    QList<double> last;
    QList<double> counted;
    QList<double> summed;
    for (int i = 0; i < rounds; ++i) {
        first.append(timed([&reader] { static_cast<void>(reader.rows({}, 0, windowRows).result()); }));
        last.append(
            timed([&reader] { static_cast<void>(reader.rows({}, entries - windowRows, windowRows).result()); }));
        counted.append(timed([&reader] { static_cast<void>(reader.count({}).result()); }));
        summed.append(timed([&reader] { static_cast<void>(reader.spentByDay({}, SpendingGroup::Provider).result()); }));
    }
    return {milliseconds(u"the newest 100 of 100,000 entries"_s, first, u"under 5 ms"_s),
            milliseconds(u"the oldest 100"_s, last, u"under 50 ms"_s),
            milliseconds(u"how many there are"_s, counted, u"under 50 ms"_s),
            milliseconds(u"all of them by day and provider"_s, summed, u"under 500 ms"_s)};
}

} // namespace lightwell::bench
