// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/httpmessage.h"

#include "core/model/displaytext.h"
#include "core/model/jsontext.h"

#include <algorithm>
#include <functional>

namespace lightwell {

namespace {

constexpr qsizetype longestHeader = 2048;

constexpr auto isVisible = [](char c) { return uchar(c) >= 0x20 && uchar(c) <= 0x7e; };

QByteArray harmless(const QByteArray &value)
{
    if (value.size() <= longestHeader && std::all_of(value.begin(), value.end(), isVisible)) {
        return value;
    }
    QByteArray visible = value.left(longestHeader);
    std::replace_if(visible.begin(), visible.end(), std::not_fn(isVisible), '?');
    return visible;
}

const HttpHeader *find(const QList<HttpHeader> &headers, QByteArrayView name)
{
    const auto found =
        std::find_if(headers.begin(), headers.end(), [name](const HttpHeader &header) { return header.is(name); });
    return found == headers.end() ? nullptr : &*found;
}

} // namespace

QByteArray GatewayRequest::header(QByteArrayView name) const
{
    const HttpHeader *found = find(headers, name);
    return found ? found->value : QByteArray();
}

bool GatewayRequest::hasHeader(QByteArrayView name) const
{
    return find(headers, name) != nullptr;
}

int GatewayRequest::count(QByteArrayView name) const
{
    return int(
        std::count_if(headers.begin(), headers.end(), [name](const HttpHeader &header) { return header.is(name); }));
}

QByteArray GatewayResponse::header(QByteArrayView name) const
{
    const HttpHeader *found = find(headers, name);
    return found ? found->value : QByteArray();
}

GatewayResponse GatewayResponse::json(int status, const QJsonObject &object)
{
    return {status, {{"Content-Type", "application/json"}}, escapedJson(compactJson(object))};
}

void GatewayResponse::setHeader(const QByteArray &name, const QByteArray &value)
{
    headers.removeIf([&name](const HttpHeader &header) { return header.is(name); });
    headers.append({name, harmless(value)});
}

} // namespace lightwell
