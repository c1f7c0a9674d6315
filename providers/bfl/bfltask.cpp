// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/bfl/bfltask.h"

#include "providers/bfl/bflerrors.h"
#include "providers/common/picturelink.h"

namespace lightwell {

using namespace Qt::StringLiterals;

QString bflStatus(const QJsonObject &task)
{
    const QString status = task.value("status"_L1).toString();
    return status.isEmpty() ? task.value("state"_L1).toString() : status;
}

Money bflCost(const QJsonObject &answer)
{
    const QJsonValue credits = answer.value("cost"_L1);
    return credits.isDouble() ? Money::fromDollars(credits.toDouble() / 100) : Money::unknown();
}

Step readBflTask(const Plan &plan, const HttpResponse &response, Money cost)
{
    const QJsonObject task = response.json();
    const QString status = bflStatus(task);
    if (status == "Request Moderated"_L1 || status == "Content Moderated"_L1) {
        return Failed {bflModerated(task, response)};
    }
    if (status == "Error"_L1 || status == "Failed"_L1) {
        return Failed {bflTaskFailed(task, response)};
    }
    if (status != "Ready"_L1) {
        return Failed {bflUnreadable(response, u"status"_s)};
    }
    const QJsonObject result = task.value("result"_L1).toObject();
    std::optional<ProducedMedia> image = pictureFromLink(result.value("sample"_L1).toString());
    if (!image) {
        return Failed {bflUnreadable(response, u"sample"_s)};
    }
    image->seed = wholeNumber(result.value("seed"_L1));
    const QString prompt = result.value("prompt"_L1).toString();
    if (prompt != plan.request.prompt) {
        image->revisedPrompt = prompt;
    }
    Done done;
    done.media = {*image};
    done.cost = cost;
    if (result.value("duration"_L1).isDouble()) {
        done.usage.insert("duration"_L1, result.value("duration"_L1));
    }
    return done;
}

} // namespace lightwell
