// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/httpmessage.h"

#include "core/model/displaytext.h"
#include "core/model/jsontext.h"

#include <algorithm>

namespace lightwell {

namespace {

constexpr qsizetype longestHeader = 2048;

QByteArray harmless(const QByteArray &value)
{
    QByteArray visible = value.left(longestHeader);
    for (char &c : visible) {
        if (uchar(c) < 0x20 || uchar(c) > 0x7e) {
            c = '?';
        }
    }
    return visible;
}

const HttpHeader *find(const QList<HttpHeader> &headers, const QByteArray &name)
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0) {
            return &header;
        }
    }
    return nullptr;
}

} // namespace

QByteArray GatewayRequest::header(const QByteArray &name) const
{
    const HttpHeader *found = find(headers, name);
    return found ? found->value : QByteArray();
}

bool GatewayRequest::hasHeader(const QByteArray &name) const
{
    return find(headers, name) != nullptr;
}

int GatewayRequest::count(const QByteArray &name) const
{
    return int(std::count_if(headers.begin(), headers.end(), [&name](const HttpHeader &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    }));
}

QByteArray GatewayResponse::header(const QByteArray &name) const
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
    headers.removeIf([&name](const HttpHeader &h) { return h.name.compare(name, Qt::CaseInsensitive) == 0; });
    headers.append({name, harmless(value)});
}

} // namespace lightwell
