// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mask/maskedits.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace lightwell {

class ReferenceList;

/// What is painted over each of the reference pictures, with its steps, as long as the program runs. It is written down
/// on the thread pool a moment after the hand rests, and goes on when another picture is painted, or none.
class MaskKeeper : public QObject
{
    Q_OBJECT
public:
    explicit MaskKeeper(ReferenceList &references, QObject *parent = nullptr);
    [[nodiscard]] MaskEdits *edits(const QString &id) const { return m_edits.value(id); } ///< null: none yet
    /// `document`: as it was written down, for a picture that is not known yet.
    MaskEdits *edits(const QString &id, const MaskDocument &document);
    void writeNow(); ///< without waiting for the hand
    [[nodiscard]] bool isSettled() const; ///< all that was wished is painted and written down

Q_SIGNALS:
    void changed(); ///< what is painted, or whether something is under way
    void written(); ///< or begins to be; isSettled() may be another
    void failed(const lightwell::Error &error); ///< what was wished could not be done or written down

private:
    void write();
    void write(const QString &id);
    ReferenceList &m_references;
    QHash<QString, MaskEdits *> m_edits; ///< by the picture's id
    QTimer m_writeSoon;
    QSet<QString> m_unwritten; ///< of pictures
    int m_round = 0; ///< of writing
    QHash<QString, int> m_writing; ///< a picture's latest round
};

} // namespace lightwell
