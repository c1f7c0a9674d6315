// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace lightwell {

/// HTTP messages as plain values: what adapters write and read without touching a network.
struct HttpHeader
{
    QByteArray name;
    QByteArray value;

    /// In whichever case it is written. Names mostly differ in their length, which is told at once.
    [[nodiscard]] bool is(QByteArrayView other) const
    {
        return name.size() == other.size() && name.compare(other, Qt::CaseInsensitive) == 0;
    }
    friend bool operator==(const HttpHeader &, const HttpHeader &) = default;
};

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<HttpHeader> headers; ///< including Authorization; the transport keeps them off its log
    QByteArray body;
    /// Sending this may start work that is billed: it goes out at most once, and never without a body.
    bool startsPaidWork = false;

    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< case-insensitive; empty if absent
    void setHeader(const QByteArray &name, const QByteArray &value);
    friend bool operator==(const HttpRequest &, const HttpRequest &) = default;
};

struct HttpResponse
{
    int status = 0;
    QList<HttpHeader> headers;
    QByteArray body;
    QUrl url; ///< where it came from

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
    [[nodiscard]] QJsonObject json() const; ///< the body as an object; empty if it is none
    /// Retry-After (seconds or HTTP date) or retry-after-ms; nothing if absent, negative or unreadable.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter() const;
    friend bool operator==(const HttpResponse &, const HttpResponse &) = default;
};

} // namespace lightwell
