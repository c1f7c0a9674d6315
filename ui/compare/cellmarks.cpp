// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/cellmarks.h"

namespace lightwell {

CellMarks::CellMarks(MarkBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    // Pictures come in numbers; one question is enough for all of them.
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &CellMarks::read);
}

void CellMarks::want(const QString &picture)
{
    if (m_book && !picture.isEmpty() && !m_marks.contains(picture)) {
        m_wanted.insert(picture);
        m_soon.start();
    }
}

void CellMarks::refresh()
{
    for (auto mark = m_marks.cbegin(); mark != m_marks.cend(); ++mark) {
        m_wanted.insert(mark.key());
    }
    if (m_book && !m_wanted.isEmpty()) {
        m_soon.start();
    }
}

void CellMarks::read()
{
    if (m_writing > 0 || m_wanted.isEmpty()) {
        return; // the end of the last write asks again
    }
    m_book->read(QStringList(m_wanted.cbegin(), m_wanted.cend()), this,
                 [this](const Result<QHash<QString, PictureMark>> &marks) {
                     if (!marks || m_writing > 0) {
                         return; // a star that cannot be read is none; whoever sets one hears what is the matter
                     }
                     bool isNew = false;
                     for (auto mark = marks->cbegin(); mark != marks->cend(); ++mark) {
                         m_wanted.remove(mark.key());
                         isNew = isNew || m_marks.value(mark.key()) != *mark;
                         m_marks.insert(mark.key(), *mark);
                     }
                     if (isNew) {
                         Q_EMIT changed();
                     }
                 });
}

void CellMarks::set(const QString &picture, picturemarks::Mark mark, bool on)
{
    if (!m_book || picture.isEmpty()) {
        return;
    }
    if (!m_marks.contains(picture)) {
        m_wanted.insert(picture); // what else is said of it
    }
    PictureMark &shown = m_marks[picture];
    (mark == picturemarks::Mark::Starred ? shown.isStarred : shown.isHidden) = on;
    ++m_writing;
    m_book->set(picture, mark, on, this, [this, picture](const Status &status) {
        --m_writing;
        if (status) {
            Q_EMIT kept();
        } else {
            Q_EMIT failed(status.error());
            m_wanted.insert(picture); // as it really is
        }
        if (m_writing == 0 && !m_wanted.isEmpty()) {
            m_soon.start();
        }
    });
    Q_EMIT changed();
}

} // namespace lightwell
