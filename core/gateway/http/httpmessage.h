// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

#include <QUrlQuery>

namespace lightwell {

/// A request to the gateway, as far as it has been read.
struct GatewayRequest
{
    QByteArray method;
    QString path; ///< decoded, without the query
    QUrlQuery query;
    QList<HttpHeader> headers; ///< in the order sent; names as sent
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< case-insensitive; empty if absent
    [[nodiscard]] bool hasHeader(QByteArrayView name) const;
    [[nodiscard]] int count(QByteArrayView name) const; ///< how often a header of this name was sent
};

/// An answer of the gateway. Length, date and connection headers are added on the way out.
struct GatewayResponse
{
    int status = 500;
    QList<HttpHeader> headers;
    QByteArray body;

    [[nodiscard]] static GatewayResponse json(int status, const QJsonObject &object);
    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< case-insensitive; empty if absent
    /// Replaces one of the same name. Whatever the value holds, it stays one header of at most 2048 visible ASCII
    /// characters and blanks: others become "?".
    void setHeader(const QByteArray &name, const QByteArray &value);
    friend bool operator==(const GatewayResponse &, const GatewayResponse &) = default;
};

} // namespace lightwell
