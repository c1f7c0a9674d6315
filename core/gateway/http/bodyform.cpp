// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/bodyform.h"

#include "core/gateway/http/multipartform.h"

namespace lightwell {

bool isJson(const GatewayRequest &request)
{
    if (request.count("Content-Type") != 1) {
        return false;
    }
    const QByteArray type = request.header("Content-Type");
    return type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed().toLower() == "application/json";
}

bool comesAs(const GatewayRequest &request, BodyForm form)
{
    return isJson(request) || (form == BodyForm::JsonOrForm && isMultipartForm(request.header("Content-Type")));
}

} // namespace lightwell
