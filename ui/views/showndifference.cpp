// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/showndifference.h"

#include "core/async/whendone.h"
#include "ui/views/picturedifference.h"

#include <QtConcurrentRun>

namespace lightwell {

void ShownDifference::forget()
{
    ++m_comparing;
    m_mean.reset();
    setPyramid(nullptr);
}

/// Both are read anew for each gain: it is quicker than to keep what is seldom looked at.
void ShownDifference::compare(const ShownPicture &a, const ShownPicture &b)
{
    forget();
    if (!a.isShown() || !b.isShown()) {
        return;
    }
    struct Compared
    {
        SharedPyramid pyramid;
        double mean = 0;
    };
    const auto work = [first = a.pyramid(), second = b.pyramid(), gain = m_gain] {
        const PictureDifference apart = differenceOf(first->levels.constFirst(), second->levels.constFirst(), gain);
        return Compared {std::make_shared<const Pyramid>(pyramidOf(apart.image)), apart.mean};
    };
    whenDone(QtConcurrent::run(work), this, [this, comparing = m_comparing](const Compared &done) {
        if (comparing == m_comparing && done.pyramid) {
            m_mean = done.mean;
            setPyramid(done.pyramid);
            Q_EMIT compared();
        }
    });
}

} // namespace lightwell
