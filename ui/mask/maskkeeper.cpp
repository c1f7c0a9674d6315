// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskkeeper.h"

#include "core/async/whendone.h"
#include "ui/references/referencelist.h"

#include <algorithm>
#include <utility>

namespace lightwell {

namespace {

constexpr int writeDelay = 120; ///< milliseconds after the last stroke

} // namespace

MaskKeeper::MaskKeeper(ReferenceList &references, QObject *parent)
    : QObject(parent)
    , m_references(references)
{
    m_writeSoon.setSingleShot(true);
    m_writeSoon.setInterval(writeDelay);
    connect(&m_writeSoon, &QTimer::timeout, this, qOverload<>(&MaskKeeper::write));
}

MaskEdits *MaskKeeper::edits(const QString &id, const MaskDocument &document)
{
    if (MaskEdits *known = m_edits.value(id)) {
        return known;
    }
    auto *edits = new MaskEdits(document, this);
    m_edits.insert(id, edits);
    connect(edits, &MaskEdits::changed, this, [this, id] {
        m_unwritten.insert(id);
        m_writeSoon.start();
        Q_EMIT changed();
    });
    connect(edits, &MaskEdits::busyChanged, this, &MaskKeeper::changed);
    connect(edits, &MaskEdits::failed, this, &MaskKeeper::failed);
    return edits;
}

void MaskKeeper::writeNow()
{
    if (m_writeSoon.isActive()) {
        m_writeSoon.stop();
        write();
    }
}

void MaskKeeper::write()
{
    const QSet<QString> unwritten = std::exchange(m_unwritten, {});
    for (const QString &id : unwritten) {
        write(id);
    }
    Q_EMIT written();
}

void MaskKeeper::write(const QString &id)
{
    const qsizetype place = m_references.placeOf(id);
    if (place < 0) {
        return; // it was taken away
    }
    const int round = ++m_round;
    m_writing.insert(id, round);
    whenDone(referencefiles::writeMask(m_edits.value(id)->document(), m_references.all().at(place).bytes,
                                       m_references.folder()),
             this, [this, id, round](const Result<std::optional<PaintedMask>> &mask) {
                 if (m_writing.value(id) != round) {
                     return; // a newer one is under way
                 }
                 m_writing.remove(id);
                 if (mask) {
                     m_references.setMask(id, *mask);
                 } else {
                     Q_EMIT failed(mask.error());
                 }
                 Q_EMIT written();
             });
}

bool MaskKeeper::isSettled() const
{
    return m_unwritten.isEmpty() && m_writing.isEmpty()
        && std::none_of(m_edits.cbegin(), m_edits.cend(), [](const MaskEdits *edits) { return edits->isBusy(); });
}

} // namespace lightwell
