// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/http.h"

#include "core/model/boundedjson.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QByteArray find(const QList<HttpHeader> &headers, QByteArrayView name)
{
    for (const HttpHeader &header : headers) {
        if (header.is(name)) {
            return header.value;
        }
    }
    return {};
}

std::optional<std::chrono::milliseconds> positive(double milliseconds)
{
    if (!std::isfinite(milliseconds) || milliseconds < 0 || milliseconds > 1e10) {
        return std::nullopt;
    }
    return std::chrono::milliseconds(static_cast<qint64>(milliseconds));
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    return find(headers, name);
}

void HttpRequest::setHeader(const QByteArray &name, const QByteArray &value)
{
    for (HttpHeader &header : headers) {
        if (header.is(name)) {
            header.value = value;
            return;
        }
    }
    headers.append({name, value});
}

QByteArray HttpResponse::header(QByteArrayView name) const
{
    return find(headers, name);
}

QJsonObject HttpResponse::json() const
{
    const Result<QJsonObject> object = readJsonObject(body, jsonlimits::answer);
    return object ? *object : QJsonObject();
}

std::optional<std::chrono::milliseconds> HttpResponse::retryAfter() const
{
    bool isNumber = false;
    if (const double milliseconds = header("retry-after-ms").toDouble(&isNumber); isNumber) {
        return positive(milliseconds);
    }
    const QByteArray text = header("Retry-After").trimmed();
    if (text.isEmpty()) {
        return std::nullopt;
    }
    if (const double seconds = text.toDouble(&isNumber); isNumber) {
        return positive(seconds * 1000);
    }
    // An HTTP date is read against the answer's own Date, so that no clock is needed here.
    const auto read = [](const QByteArray &date) {
        QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(date), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        time.setTimeZone(QTimeZone::utc());
        return time;
    };
    const QDateTime until = read(text);
    const QDateTime from = read(header("Date"));
    if (!until.isValid() || !from.isValid()) {
        return std::nullopt;
    }
    return positive(static_cast<double>(from.msecsTo(until)));
}

} // namespace lightwell
