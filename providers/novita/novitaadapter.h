// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

#include <functional>

namespace lightwell {

/// Novita AI (novita.ai/docs/api-reference): a path a model. Most give a task that is asked for by its id; Seedream,
/// FLUX.1 [schnell] and the cutter answer at once. Stable Diffusion, its inpainting and the upscaler want all they are
/// told in a field "request". In masks white is what changes: its SDK's example of a mask is such a one, and
/// "mask_invert" is 0 unless it is told.
///
/// More than the 200 lines of a job vendor, since it is four APIs in one: what its endpoints want, and where their
/// answers have the pictures, differs by family.
///
/// FLUX.1 [schnell] must be told a seed: the adapter is given where one comes from. Nothing that was ordered can be
/// cancelled. Unconfirmed: the form of an error, whose names count wherever they stand; pictures for Kontext and
/// Seedream as data URLs; pictures of answers are taken as links and as base64.
class NovitaAdapter : public JobAdapter
{
public:
    using AnySeed = std::function<quint32()>;

    explicit NovitaAdapter(AnySeed anySeed);

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] bool endsAtOnce(const Plan &plan, const HttpResponse &response) const override;
    [[nodiscard]] QJsonObject jobIn(const HttpResponse &response, const AdapterState &state) const override;
    [[nodiscard]] QString firstStatus(const QJsonObject &answer) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &answer, const QString &id,
                                     const Credentials &credentials) const override;
    void readProgress(Wait &wait, const QJsonObject &job) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;

private:
    AnySeed m_anySeed;
};

} // namespace lightwell
