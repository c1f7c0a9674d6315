// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/refusal.h"

namespace lightwell {

int Refusal::status() const
{
    switch (kind) {
    case Kind::Unreadable:
        break;
    case Kind::Late:
        return 408;
    case Kind::BodyTooLarge:
        return 413;
    case Kind::AddressTooLong:
        return 414;
    case Kind::UnknownExpectation:
        return 417;
    case Kind::HeadTooLarge:
        return 431;
    case Kind::UnknownCoding:
        return 501;
    case Kind::UnknownVersion:
        return 505;
    case Kind::TooManyConnections:
    case Kind::TooManyBodies:
    case Kind::Closing:
    case Kind::NotToBeLookedUp:
        return 503;
    case Kind::ClientHasItsShare:
    case Kind::TooManyCalls:
        return 429;
    case Kind::HostNotAllowed:
    case Kind::OriginNotAllowed:
    case Kind::ModelNotAllowed:
    case Kind::KeyOnlyManages:
    case Kind::KeyManagesNone:
        return 403;
    case Kind::WrongKey:
    case Kind::KeyExpired:
    case Kind::KeyDisabled:
        return 401;
    case Kind::UnknownPath:
    case Kind::NotServed:
        return 404;
    case Kind::MethodNotAllowed:
        return 405;
    case Kind::WrongContentType:
    case Kind::UnknownBodyCoding:
        return 415;
    case Kind::KeyReused:
        return 422;
    }
    return 400;
}

Refusal Refusal::ofHttp(int status, qint64 limit)
{
    for (const Kind kind : {Kind::Late, Kind::BodyTooLarge, Kind::AddressTooLong, Kind::UnknownExpectation,
                            Kind::HeadTooLarge, Kind::UnknownCoding, Kind::UnknownVersion}) {
        if (Refusal {kind}.status() == status) {
            return {kind, limit};
        }
    }
    return {Kind::Unreadable, limit};
}

Refusal Refusal::forNow(Kind kind)
{
    Refusal refusal {kind};
    refusal.retryAfter = std::chrono::seconds(1);
    return refusal;
}

} // namespace lightwell
