// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/offerrecords.h"

#include "core/journal/columns.h"
#include "core/model/generation.h"
#include "core/routing/health.h"
#include "core/storage/query.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::offerrecords {

namespace {

constexpr int lookedThrough = 20'000;
constexpr int countedOfOne = 50;

struct Tally
{
    OfferRecord record;
    QList<qint64> times;
};

qint64 medianOf(QList<qint64> times)
{
    if (times.isEmpty()) {
        return 0;
    }
    const auto middle = times.begin() + times.size() / 2;
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

} // namespace

Result<QList<OfferRecord>> all(Database &database)
{
    Result<Rows> rows =
        execute(database,
                u"SELECT provider, provider_model, status, started_at, ended_at, error FROM attempts "
                "WHERE status IN (?, ?, ?) AND ended_at IS NOT NULL ORDER BY generation DESC, number DESC LIMIT ?"_s,
                {statusName(GenerationStatus::Completed), statusName(GenerationStatus::Failed),
                 statusName(GenerationStatus::Unknown), lookedThrough});
    if (!rows) {
        return rows.error();
    }
    QList<Tally> tallies;
    QHash<std::pair<QString, QString>, qsizetype> places;
    while (rows.value().next()) {
        const QString provider = rows.value().value(0).toString();
        const QString model = rows.value().value(1).toString();
        const auto place = places.constFind({provider, model});
        const qsizetype index = place == places.cend() ? tallies.size() : *place;
        if (index == tallies.size()) {
            places.insert({provider, model}, index);
            tallies.append({{.provider = provider, .providerModel = model}, {}});
        }
        Tally &tally = tallies[index];
        if (tally.record.made + tally.record.failed >= countedOfOne) {
            continue;
        }
        if (statusFromName(rows.value().value(2).toString()) == GenerationStatus::Completed) {
            ++tally.record.made;
            tally.times.append(
                std::max<qint64>(0, rows.value().value(4).toLongLong() - rows.value().value(3).toLongLong()));
            continue;
        }
        const std::optional<Error> error = columns::toError(rows.value().value(5).toByteArray());
        if (!error || isVendorsFault(error->kind)) {
            ++tally.record.failed;
        }
    }
    if (const Status read = rows.value().readToTheEnd(); !read) {
        return read.error();
    }
    QList<OfferRecord> records;
    for (const Tally &tally : std::as_const(tallies)) {
        records.append(tally.record);
        records.last().medianMs = medianOf(tally.times);
    }
    return records;
}

} // namespace lightwell::offerrecords
