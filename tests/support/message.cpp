// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/message.h"

#include <QJsonDocument>

namespace lightwell::test {

QByteArray Received::header(const QByteArray &name) const
{
    for (const HttpHeader &h : headers) {
        if (h.name.compare(name, Qt::CaseInsensitive) == 0) {
            return h.value;
        }
    }
    return {};
}

bool Received::hasHeader(const QByteArray &name) const
{
    for (const HttpHeader &h : headers) {
        if (h.name.compare(name, Qt::CaseInsensitive) == 0) {
            return true;
        }
    }
    return false;
}

QJsonObject Received::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString Received::queryItem(const QString &name) const
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

Reply Reply::json(const QJsonObject &object, int status)
{
    return bytes(QJsonDocument(object).toJson(QJsonDocument::Compact), "application/json", status);
}

Reply Reply::bytes(const QByteArray &body, const QByteArray &contentType, int status)
{
    Reply reply;
    reply.status = status;
    reply.body = body;
    reply.headers = {{"Content-Type", contentType}};
    return reply;
}

Reply Reply::redirect(const QUrl &to, int status)
{
    Reply reply;
    reply.status = status;
    reply.headers = {{"Location", to.toEncoded()}};
    return reply;
}

Reply Reply::raw(const QByteArray &answer, bool close)
{
    Reply reply;
    reply.body = answer;
    reply.behaviour = Behaviour::Raw;
    reply.close = close;
    return reply;
}

Reply Reply::never()
{
    return Reply().as(Behaviour::Never);
}

Reply Reply::drop()
{
    return Reply().as(Behaviour::DropBefore);
}

Reply &Reply::with(const QByteArray &name, const QByteArray &value)
{
    headers.append({name, value});
    return *this;
}

Reply &Reply::as(Behaviour how)
{
    behaviour = how;
    return *this;
}

Reply &Reply::after(const std::shared_ptr<Gate> &held)
{
    gate = held;
    return *this;
}

} // namespace lightwell::test
