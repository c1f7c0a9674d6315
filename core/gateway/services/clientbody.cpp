// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/clientbody.h"

#include "core/gateway/calls/callidentity.h"

namespace lightwell {

bool isLongOrPacked(const GatewayRequest &request)
{
    return request.body.size() > largeBody || codingOf(request) != BodyCoding::None;
}

Result<GatewayRequest> unpacked(GatewayRequest request, qint64 most)
{
    if (codingOf(request) == BodyCoding::Packed) {
        Result<QByteArray> content = unpackedBody(request.body, most);
        if (!content) {
            return content.error();
        }
        request.body = std::move(content).value();
    }
    return request;
}

bool refuseUnread(GatewayContext &context, Exchange *exchange, const std::optional<Error> &fault, qint64 bytes)
{
    const auto refuse = [&context, exchange](const Refusal &refusal) {
        context.refuse(exchange, refusal);
        return true;
    };
    const auto fail = [&context, exchange](const Error &error) {
        context.fail(exchange, error);
        return true;
    };
    if (context.isFinishing()) { // while it was read
        return refuse({Refusal::Kind::Closing});
    }
    if (fault) {
        return fault->code == bodyTooLarge ? refuse({Refusal::Kind::BodyTooLarge, context.options().maxBodyBytes})
                                           : fail(*fault);
    }
    if (const Result<QString> project = projectOf(exchange->request()); !project) {
        return fail(project.error());
    }
    context.bodies().settle(exchange, bytes);
    return false;
}

} // namespace lightwell
