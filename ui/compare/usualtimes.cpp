// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/usualtimes.h"

#include "ui/compare/comparerun.h"
#include "ui/imageservice.h"

namespace lightwell {

UsualTimes::UsualTimes(ImageService &images, QObject *parent)
    : QObject(parent)
    , m_images(images)
{
}

void UsualTimes::measure()
{
    m_images.offerRecords(this, [this](const Result<QList<OfferRecord>> &records) {
        if (!records) {
            return; // then nobody knows; what failed is told where the records are shown
        }
        m_usual.clear();
        for (const OfferRecord &record : *records) {
            m_usual.insert({record.provider, record.providerModel}, record.medianMs);
        }
    });
}

qint64 UsualTimes::of(const CompareCell &cell) const
{
    const QString &asked = cell.progress.provider;
    const bool isAsExpected = asked.isEmpty() || asked == cell.expected.provider;
    return isAsExpected ? m_usual.value({cell.expected.provider, cell.expected.providerModel}) : 0;
}

} // namespace lightwell
