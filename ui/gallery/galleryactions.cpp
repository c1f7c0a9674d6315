// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/galleryactions.h"

#include "core/async/whendone.h"
#include "core/library/library.h"
#include "core/wording/wording.h"
#include "ui/gallery/deletequestion.h"
#include "ui/gallery/gallerymodel.h"
#include "ui/gallery/picturecollection.h"

#include <QDateTime>
#include <QPointer>
#include <QtConcurrentRun>
#include <QWidget>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QSet<QByteArray> idsOf(const QList<LibraryRow> &rows)
{
    QSet<QByteArray> ids;
    for (const LibraryRow &row : rows) {
        ids.insert(row.id);
    }
    return ids;
}

/// Each once, whatever number of times it was made.
QStringList addressesOf(const QList<LibraryRow> &rows)
{
    QStringList addresses;
    const QSet<QByteArray> ids = idsOf(rows);
    for (const QByteArray &id : ids) {
        addresses.append(QString::fromLatin1(id.toHex()));
    }
    return addresses;
}

} // namespace

GalleryActions::GalleryActions(PictureCollection &pictures, GalleryModel &model, QObject *parent)
    : QObject(parent)
    , m_pictures(pictures)
    , m_model(model)
{
}

template<typename T>
void GalleryActions::follow(const QFuture<Result<T>> &change, std::function<void()> then)
{
    whenDone(change, this, [this, then = std::move(then)](const Result<T> &done) {
        if (!done) {
            Q_EMIT say(Meaning::Bad, wording::sentenceAtWindow(done.error()));
            m_model.reload();
        }
        then();
    });
}

void GalleryActions::star(const QList<LibraryRow> &rows, bool on)
{
    m_model.star(idsOf(rows), on);
    follow(m_pictures.library.mark(addressesOf(rows), picturemarks::Mark::Starred, on), [this] { Q_EMIT marked(); });
}

void GalleryActions::hide(const QList<LibraryRow> &rows, bool on)
{
    const int count = static_cast<int>(rows.size());
    m_model.hide(idsOf(rows), on);
    follow(m_pictures.library.mark(addressesOf(rows), picturemarks::Mark::Hidden, on), [this] { Q_EMIT marked(); });
    Q_EMIT offer(Meaning::Ok,
                 on ? (count == 1 ? tr("1 picture is hidden.") : tr("%1 pictures are hidden.").arg(count))
                    : (count == 1 ? tr("1 picture is shown again.") : tr("%1 pictures are shown again.").arg(count)),
                 tr("&Undo"), [this, rows, on] {
                     follow(m_pictures.library.mark(addressesOf(rows), picturemarks::Mark::Hidden, !on), [this] {
                         m_model.reload();
                         Q_EMIT marked();
                     });
                 });
}

void GalleryActions::addTag(const QList<LibraryRow> &rows, const QString &tag)
{
    follow(m_pictures.library.addTag(addressesOf(rows), tag), [this] { Q_EMIT tagged(); });
    if (rows.size() > 1) {
        Q_EMIT say(Meaning::Ok, tr("%1 pictures are tagged “%2”.").arg(rows.size()).arg(tag));
    }
}

void GalleryActions::removeTag(const QList<LibraryRow> &rows, const QString &tag)
{
    follow(m_pictures.library.removeTag(addressesOf(rows), tag), [this] { Q_EMIT tagged(); });
}

void GalleryActions::remove(const QList<LibraryRow> &rows, QWidget *window)
{
    if (rows.isEmpty()) {
        return;
    }
    QList<LibraryRow> plain = rows;
    plain.removeIf([](const LibraryRow &row) { return row.isStarred; });
    if (plain.size() == rows.size()) {
        removeNow(rows);
        return;
    }
    auto *question = new DeleteQuestion(static_cast<int>(rows.size() - plain.size()), static_cast<int>(rows.size()),
                                        window->window());
    connect(question, &DeleteQuestion::allWanted, this, [this, rows] { removeNow(rows); });
    connect(question, &DeleteQuestion::othersWanted, this, [this, plain] { removeNow(plain); });
    question->open();
}

void GalleryActions::removeNow(const QList<LibraryRow> &rows)
{
    const QStringList pictures = addressesOf(rows);
    m_model.remove(idsOf(rows));
    enqueue([places = m_pictures.places,
             pictures] { return picturebin::remove(places, pictures, QDateTime::currentDateTimeUtc()); },
            false);
    Q_EMIT offer(Meaning::Ok,
                 rows.size() == 1 ? tr("1 picture is in the bin.") : tr("%1 pictures are in the bin.").arg(rows.size()),
                 tr("&Undo"), [this, pictures] { restore(pictures); });
}

void GalleryActions::restore(const QStringList &pictures)
{
    enqueue([places = m_pictures.places, pictures] { return picturebin::restore(places, pictures); }, true);
}

void GalleryActions::enqueue(std::function<Status()> work, bool reloads)
{
    m_works.append({std::move(work), reloads});
    startNext();
}

void GalleryActions::startNext()
{
    if (m_isWorking || m_works.isEmpty()) {
        return;
    }
    m_isWorking = true;
    const Work work = m_works.takeFirst();
    whenDone(QtConcurrent::run(work.run), this, [this, reloads = work.reloads](const Status &done) {
        m_isWorking = false;
        if (!done) {
            Q_EMIT say(Meaning::Bad, wording::sentenceAtWindow(done.error()));
        }
        if (reloads || !done) {
            m_model.reload();
        }
        startNext();
    });
}

} // namespace lightwell
