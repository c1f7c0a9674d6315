// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/keptlinks.h"

#include <QJsonArray>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace lightwell::keptlinks {

using namespace Qt::StringLiterals;

namespace {

/// A time from now or from 1970 that a calendar has.
bool isSensible(qint64 seconds)
{
    constexpr qint64 aThousandYears = 1000LL * 366 * 24 * 3600;
    return seconds > 0 && seconds < aThousandYears;
}

constexpr QLatin1StringView place = "lightwell_links"_L1;

QJsonObject written(const ProducedMedia &media)
{
    QJsonObject entry {{u"url"_s, media.url.toString(QUrl::FullyEncoded)},
                       {u"mime"_s, QString::fromLatin1(media.mimeType)},
                       {u"prompt"_s, media.revisedPrompt}};
    if (media.seed) {
        entry.insert("seed"_L1, QString::number(*media.seed)); // exact beyond 2^53
    }
    if (!media.flaggedBy.isEmpty()) {
        entry.insert("flagged_by"_L1, media.flaggedBy);
    }
    return entry;
}

ProducedMedia read(const QJsonObject &entry)
{
    ProducedMedia media;
    media.url = QUrl(entry.value("url"_L1).toString(), QUrl::StrictMode);
    media.mimeType = entry.value("mime"_L1).toString().toLatin1();
    media.revisedPrompt = entry.value("prompt"_L1).toString();
    media.flaggedBy = entry.value("flagged_by"_L1).toString();
    bool hasSeed = false;
    const qint64 seed = entry.value("seed"_L1).toString().toLongLong(&hasSeed);
    media.seed = hasSeed ? std::optional(seed) : std::nullopt;
    return media;
}

} // namespace

AdapterState with(AdapterState state, const Kept &kept)
{
    QJsonArray links;
    for (const ProducedMedia &media : kept.done.media) {
        if (media.bytes.isEmpty()) {
            links.append(written(media));
        }
    }
    state.insert(place,
                 QJsonObject {{u"links"_s, links},
                              {u"made"_s, kept.made},
                              {u"cost"_s, kept.done.cost.toJson()},
                              {u"usage"_s, kept.done.usage}});
    return state;
}

std::optional<Kept> in(const AdapterState &state)
{
    if (!state.contains(place)) {
        return std::nullopt;
    }
    const QJsonObject kept = state.value(place).toObject();
    Done done;
    const QJsonArray links = kept.value("links"_L1).toArray();
    for (const QJsonValue &entry : links) {
        done.media.append(read(entry.toObject()));
    }
    done.cost = Money::fromJson(kept.value("cost"_L1));
    done.usage = kept.value("usage"_L1).toObject();
    if (done.media.isEmpty()) {
        return std::nullopt;
    }
    const int left = static_cast<int>(done.media.size());
    return Kept {std::move(done), std::max(left, kept.value("made"_L1).toInt())};
}

std::optional<QDateTime> expiryOf(const QUrl &link)
{
    const QUrlQuery query(link);
    const auto value = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    for (const QString &by : {u"X-Amz-"_s, u"X-Goog-"_s}) {
        QDateTime from = QDateTime::fromString(value(by + u"Date"_s), u"yyyyMMdd'T'HHmmss'Z'"_s);
        bool isNumber = false;
        const qint64 seconds = value(by + u"Expires"_s).toLongLong(&isNumber);
        if (from.isValid() && isNumber) {
            from.setTimeZone(QTimeZone::utc());
            return isSensible(seconds) ? std::optional(from.addSecs(seconds)) : std::nullopt;
        }
    }
    if (QDateTime until = QDateTime::fromString(value(u"se"_s), Qt::ISODate); until.isValid()) {
        if (until.timeSpec() == Qt::LocalTime) {
            until.setTimeZone(QTimeZone::utc()); // it is the vendor's, not this machine's
        }
        return until.toUTC();
    }
    bool isNumber = false;
    const qint64 seconds = value(u"Expires"_s).toLongLong(&isNumber);
    return isNumber && isSensible(seconds) ? std::optional(QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()))
                                           : std::nullopt;
}

} // namespace lightwell::keptlinks
