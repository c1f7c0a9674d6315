// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaidialect.h"
#include "core/gateway/routes.h"

namespace lightwell {

using namespace Qt::StringLiterals;

QList<Mount> builtInMounts()
{
    const QByteArrayList get {"GET", "HEAD"};
    const QByteArrayList post {"POST"};
    constexpr auto json = BodyForm::Json;
    constexpr auto form = BodyForm::JsonOrForm;
    constexpr bool open = false; // needs no key

    const auto openai = std::make_shared<openai::OpenAiDialect>();
    return {
        {openai,
         {u"/v1"_s, u"/openai/v1"_s},
         {
             {u"/images/generations"_s, RouteCall::Generations, post, form},
             {u"/images/edits"_s, RouteCall::Edits, post, form},
             {u"/images/variations"_s, RouteCall::Variations, post, form},
             {u"/models"_s, RouteCall::Models, get},
             {u"/models/{name}"_s, RouteCall::Model, get},
             {u"/files/{name}"_s, RouteCall::File, get, json, open}, // the name is signed
         }},
        {openai,
         {QString()},
         {
             {u"/healthz"_s, RouteCall::Health, get, json, open},
             {u"/metrics"_s, RouteCall::Metrics, get},
         }},
    };
}

} // namespace lightwell
