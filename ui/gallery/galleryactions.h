// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/libraryindex.h"
#include "core/model/result.h"
#include "ui/widgets/sign.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace lightwell {

class GalleryModel;
struct PictureCollection;

/// What is done with the chosen pictures. Shown at once; where the database or the disk refuses, that is said and what
/// there is is read again.
class GalleryActions : public QObject
{
    Q_OBJECT
public:
    GalleryActions(PictureCollection &pictures, GalleryModel &model, QObject *parent = nullptr);

    void star(const QList<LibraryRow> &rows, bool on);
    void hide(const QList<LibraryRow> &rows, bool on);
    void addTag(const QList<LibraryRow> &rows, const QString &tag);
    void removeTag(const QList<LibraryRow> &rows, const QString &tag);
    /// Asks first where some are starred.
    void remove(const QList<LibraryRow> &rows, QWidget *window);

Q_SIGNALS:
    void say(lightwell::Meaning meaning, const QString &text);
    void offer(lightwell::Meaning meaning, const QString &text, const QString &action,
               const std::function<void()> &act);
    void tagged(); ///< details and choices are others now
    void marked(); ///< the same of stars and hidden ones

private:
    void removeNow(const QList<LibraryRow> &rows);
    void restore(const QStringList &pictures);
    void enqueue(std::function<Status()> work, bool reloads);
    void startNext();
    template<typename T>
    void follow(const QFuture<Result<T>> &change, std::function<void()> then);
    PictureCollection &m_pictures;
    GalleryModel &m_model;
    struct Work
    {
        std::function<Status()> run; ///< on the thread pool
        bool reloads = false; ///< what there is is another afterwards
    };
    QList<Work> m_works; ///< with files: one after the other, so that an undo finds what was deleted
    bool m_isWorking = false;
};

} // namespace lightwell
