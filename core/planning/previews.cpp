// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/draft.h"
#include "core/planning/planreasons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

void planPreviews(PlanDraft &draft)
{
    const QString name = u"partial_images"_s;
    const int asked = draft.request().previews;
    if (asked <= 0) {
        return;
    }
    if (!draft.offer().supports(name)) {
        // The finished picture is the same one, so nothing of the wish for it is lost.
        draft.satisfy(name, asked, reasons::noPreviews(draft.offer().model, draft.offer().provider));
        return;
    }
    constexpr int most = 3; // as in OpenAI's API, the only one that has them
    draft.plan.previews = std::min(asked, most);
    draft.pass(name, draft.plan.previews);
}

} // namespace lightwell
