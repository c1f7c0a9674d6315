// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/markbook.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace lightwell {

/// The stars of the pictures that are shown, as the database has them. A press shows at once; where it cannot be kept,
/// the star goes back and that is said.
class CellMarks : public QObject
{
    Q_OBJECT
public:
    explicit CellMarks(MarkBook *book, QObject *parent = nullptr); ///< null: nothing can be marked
    [[nodiscard]] bool canMark() const { return m_book != nullptr; }
    [[nodiscard]] PictureMark of(const QString &picture) const { return m_marks.value(picture); }
    void want(const QString &picture); ///< it is shown: its marks are read soon, unless they are known
    void set(const QString &picture, picturemarks::Mark mark, bool on);
    void refresh(); ///< another page, or another program, may have changed them

Q_SIGNALS:
    void changed();
    void kept(); ///< the database has what was set
    void failed(const lightwell::Error &error);

private:
    void read();
    MarkBook *m_book;
    QHash<QString, PictureMark> m_marks;
    QSet<QString> m_wanted; ///< not read yet
    QTimer m_soon;
    int m_writing = 0; ///< what is read meanwhile may be older than what is shown
};

} // namespace lightwell
