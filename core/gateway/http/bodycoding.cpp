// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/bodycoding.h"

#include "core/transport/unpacker.h"

#include <QCoreApplication>

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

} // namespace

BodyCoding codingOf(const GatewayRequest &request)
{
    if (!request.hasHeader("Content-Encoding")) {
        return BodyCoding::None;
    }
    const QByteArray name = request.header("Content-Encoding").toLower();
    if (request.count("Content-Encoding") != 1) {
        return BodyCoding::Unknown;
    }
    if (name.isEmpty() || name == "identity") {
        return BodyCoding::None;
    }
    return name == "gzip" || name == "x-gzip" || name == "deflate" ? BodyCoding::Packed : BodyCoding::Unknown;
}

Result<QByteArray> unpackedBody(const QByteArray &body, qint64 most)
{
    Unpacker unpacker(Unpacker::BareDeflate::Taken);
    QByteArray content;
    const auto outcome = unpacker.unpack(body, [&content, most](QByteArrayView piece) {
        const bool hasRoom = piece.size() <= most - content.size();
        if (hasRoom) {
            content.append(piece);
        }
        return hasRoom;
    });
    if (outcome == Unpacker::Outcome::Stopped) {
        Error error = notSent(ErrorKind::Invalid, Text::tr("The body is too large when it is unpacked."));
        error.code = bodyTooLarge;
        return error;
    }
    if (outcome == Unpacker::Outcome::Damaged || body.isEmpty() || !unpacker.isWhole() || unpacker.hasMore()) {
        return notSent(
            ErrorKind::Invalid,
            Text::tr("The body cannot be unpacked as its Content-Encoding says: it is cut off, or packed otherwise."));
    }
    return content;
}

} // namespace lightwell
