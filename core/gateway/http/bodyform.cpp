// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/bodyform.h"

#include "core/gateway/http/multipartform.h"

namespace lightwell {

namespace {

QByteArray mediaType(const GatewayRequest &request)
{
    const QByteArray type = request.header("Content-Type");
    return type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed().toLower();
}

/// Of programs that do not say what they send, or say what their library says of everything. Web pages may send these
/// without asking first, so from a browser they are not taken.
bool mayBeJson(const GatewayRequest &request)
{
    if (request.hasHeader("Origin") || request.hasHeader("Sec-Fetch-Site") || request.count("Content-Type") > 1) {
        return false;
    }
    static const QByteArrayList vague = {
        "", "text/plain", "text/json", "application/x-www-form-urlencoded", "application/octet-stream", "*/*"};
    return vague.contains(mediaType(request));
}

} // namespace

bool isJson(const GatewayRequest &request)
{
    const QByteArray type = mediaType(request);
    return request.count("Content-Type") == 1
        && (type == "application/json" || (type.startsWith("application/") && type.endsWith("+json")));
}

bool comesAs(const GatewayRequest &request, BodyForm form)
{
    return isJson(request) || mayBeJson(request)
        || (form == BodyForm::JsonOrForm && isMultipartForm(request.header("Content-Type")));
}

} // namespace lightwell
