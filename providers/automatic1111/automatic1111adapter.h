// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// The web API of Stable Diffusion WebUI (Automatic1111) and of Forge, which is the same under /sdapi/v1 when the
/// server was started with --api (modules/api of both). Nothing it does costs anything.
///
/// Before a picture it is asked which checkpoints it has, for it passes over an unknown one in silence and paints with
/// whatever is loaded. The answer to the picture's own request comes when all is done: how far it is can only be asked
/// beside it (/sdapi/v1/progress), of whatever runs there, the person's own page or another program included. Whose it
/// is would follow from an id sent along and told back (force_task_id, current_task), which no version documents for
/// this API; so nothing is shown. Its only way to stop ends anybody's work, so it is not used: closing the connection
/// is all a cancelled call does.
///
/// A key is "user:password", as --api-auth has it. Errors come in the forms of both: {"error","detail",…} and FastAPI's
/// {"detail"}. Unconfirmed: whether Automatic1111, like Forge, drops an unknown checkpoint; asking first serves both.
/// State: phase ("models", "picture", "upscale"); what the call is about until it goes out ("n", "seed").
///
/// Longer than most adapters, since it asks for checkpoints before the picture, has three kinds of work and two
/// programs' answers, and the search for the engine is here, too.
class Automatic1111Adapter : public Adapter
{
public:
    [[nodiscard]] ProviderInfo info() const override;
    [[nodiscard]] Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override;
    [[nodiscard]] Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const override;
    [[nodiscard]] std::optional<HttpRequest> keyCheck(const Credentials &credentials) const override;
    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;

private:
    [[nodiscard]] Step order(const Plan &plan, const AdapterState &state, const QString &checkpoint,
                             const Credentials &credentials) const;
};

} // namespace lightwell
