// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Delivers pictures at their links.
#include "core/async/whendone.h"
#include "core/gateway/clientregistry.h"
#include "core/gateway/gatewayserver.h"
#include "core/storage/mediastore.h"

#include <QtConcurrent>

namespace lightwell {

namespace {

/// Nothing: it is no picture.
std::optional<GatewayResponse> fileAnswer(const Result<QByteArray> &bytes)
{
    const std::optional<ImageFormat> format = bytes ? sniffFormat(*bytes) : std::nullopt;
    if (!format) {
        return std::nullopt;
    }
    return GatewayResponse {200,
                            {{"Content-Type", formatMimeType(*format).toLatin1()},
                             {"Cache-Control", "private, max-age=31536000, immutable"},
                             // An SVG is a document that could carry scripts.
                             {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"}},
                            *bytes};
}

} // namespace

void GatewayServer::sendFile(Exchange *exchange, const QString &name)
{
    const std::optional<FileLink> link = m_tools.links.read(name);
    if (!link) {
        return refuse(exchange, {Refusal::Kind::UnknownPath});
    }
    if (link->client.isEmpty()) {
        return readFile(exchange, link->picture);
    }
    const QPointer<Exchange> guard = exchange;
    const auto asked = m_parts.clients.isWelcome(link->client);
    whenDone(asked, this, [this, guard, picture = link->picture](const Result<bool> &welcome) {
        if (!guard) {
            return;
        }
        if (!welcome) {
            return fail(guard, welcome.error());
        }
        if (!*welcome) {
            return refuse(guard, {Refusal::Kind::UnknownPath});
        }
        readFile(guard, picture);
    });
}

void GatewayServer::readFile(Exchange *exchange, const QString &picture)
{
    const QPointer<Exchange> guard = exchange;
    const auto reading =
        QtConcurrent::run([&media = m_parts.media, picture] { return fileAnswer(media.read(picture)); });
    whenDone(reading, this, [this, guard](const std::optional<GatewayResponse> &response) {
        if (!guard) {
            return;
        }
        if (!response) {
            return refuse(guard, {Refusal::Kind::UnknownPath});
        }
        respond(guard, *response);
    });
}

} // namespace lightwell
