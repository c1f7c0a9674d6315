// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

namespace lightwell {

/// Ideogram's API v2 (developer.ideogram.ai), POST /v2/image/{action}/{model}, as forms. Every order asks for a job
/// ("async"), so that a lost connection loses nothing that is paid for; an answer with the pictures is read as well.
///
/// An offer's id is a model, whose action follows from what is asked: to generate, to remix a picture, to inpaint it
/// under a mask; or it is action and model ("remove-background/ideogram-1"), as Wire::editModel can be. What an action
/// does not take stays out. One picture of a character, and no other picture beside it, goes to an endpoint of its own
/// ("generate/ideogram-3-character"), which costs more. Strength is the opposite of its "image_weight". In masks black
/// is what changes.
///
/// Unconfirmed: the form of errors but for "reject_reason"; whether style references take several parts of one name
/// (they are sent so); what a picture with a character costs, for which two resellers' lists agree with the catalog's
/// and Ideogram names none. Ideogram 1.0 is left to the API before v1 and not offered here.
///
/// More than the 200 lines of a job vendor, since the endpoint, and what it takes, follow from what is asked.
class IdeogramAdapter : public JobAdapter
{
public:
    IdeogramAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &answer, const QString &id,
                                     const Credentials &credentials) const override;
    [[nodiscard]] QString firstStatus(const QJsonObject &answer) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;
};

} // namespace lightwell
