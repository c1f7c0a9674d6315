// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

using namespace Qt::StringLiterals;

void VendorStandIn::script(const QString &point, const Reply &reply, int times, Instead instead)
{
    for (int i = 0; i < times; ++i) {
        m_script[point].push_back({reply, instead});
    }
}

void VendorStandIn::readScript(const QJsonObject &wish)
{
    Reply reply = Reply::json(wish.value("body"_L1).toObject(), wish.value("status"_L1).toInt(500));
    if (wish.value("drop"_L1).toBool()) {
        reply = Reply::drop();
    }
    const QJsonObject headers = wish.value("headers"_L1).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        reply.with(it.key().toLatin1(), it.value().toString().toLatin1());
    }
    script(wish.value("point"_L1).toString(), reply, wish.value("times"_L1).toInt(1),
           wish.value("billed"_L1).toBool() ? Instead::OfAnswer : Instead::OfWork);
}

Reply VendorStandIn::handle(const Received &request)
{
    if (request.path == "/standin/script"_L1) {
        readScript(request.json());
        return Reply::json({});
    }
    if (request.path == "/standin/time"_L1) {
        takeTime(request.json().value("queued"_L1).toInt(), request.json().value("running"_L1).toInt());
        return Reply::json({});
    }
    const bool file = request.path.startsWith("/files/"_L1);
    const QString point = file ? u"download"_s : pointOf(request);
    m_submissions += point == "submit"_L1 ? 1 : 0;
    const std::optional<Scripted> next = takeScripted(point);
    if (!next) {
        Reply reply = work(request, point);
        return m_hurried ? reply.with("Retry-After"_ba, "0"_ba) : reply;
    }
    if (next->instead == Instead::OfAnswer) {
        static_cast<void>(work(request, point));
    }
    return next->reply;
}

std::optional<VendorStandIn::Scripted> VendorStandIn::takeScripted(const QString &point)
{
    std::deque<Scripted> &script = m_script[point];
    if (!script.empty()) {
        const Scripted next = script.front();
        script.pop_front();
        return next;
    }
    const auto trouble = m_trouble ? m_trouble(point) : std::nullopt;
    return trouble ? std::optional(Scripted {trouble->first, trouble->second}) : std::nullopt;
}

Reply VendorStandIn::work(const Received &request, const QString &point)
{
    const int before = m_billed;
    Reply reply = request.path.startsWith("/files/"_L1) ? serve(request) : answer(request, point);
    if (m_billed > before && m_whenBilled) {
        m_whenBilled(request);
    }
    return reply;
}

Reply VendorStandIn::serve(const Received &request)
{
    const auto file = m_files.constFind(request.path);
    return file == m_files.constEnd() ? deliver(request, nullptr, {}) : deliver(request, &file->bytes, file->type);
}

Reply VendorStandIn::deliver(const Received &request, const QByteArray *bytes, const QByteArray &type)
{
    ++m_downloads;
    for (const QByteArray &header : {"Authorization"_ba, "x-key"_ba, "Cookie"_ba}) {
        if (request.hasHeader(header)) {
            complain(u"a result was fetched with the header "_s + QString::fromLatin1(header));
            return Reply::bytes("<Error><Code>InvalidArgument</Code></Error>"_ba, "application/xml"_ba, 400);
        }
    }
    if (m_expired != 0) {
        return Reply::bytes("gone"_ba, "text/plain"_ba, m_expired);
    }
    return bytes == nullptr ? Reply::bytes("not found"_ba, "text/plain"_ba, 404) : Reply::bytes(*bytes, type);
}

QString VendorStandIn::publish(const QByteArray &bytes, ImageFormat format, const QString &query)
{
    const QString path = u"/files/"_s + nextId(u"picture-"_s) + u'.' + formatSuffix(format);
    m_files.insert(path, {bytes, formatMimeType(format).toLatin1()});
    return server().url(path + query).toString(QUrl::FullyEncoded);
}

QString VendorStandIn::nextId(const QString &prefix)
{
    return prefix + QString::number(++m_ids);
}

} // namespace lightwell::test
