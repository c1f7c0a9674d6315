// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/cellactions.h"

#include "core/async/whendone.h"
#include "ui/compare/picturefiles.h"
#include "ui/dialogs.h"

#include <QClipboard>
#include <QDrag>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPixmap>
#include <QUrl>

namespace lightwell {

namespace {

constexpr int clipboardBound = 16384; ///< no picture is made smaller on its way to the clipboard

} // namespace

CellActions::CellActions(Dialogs &dialogs, QObject *parent)
    : QObject(parent)
    , m_dialogs(dialogs)
{
}

void CellActions::saveAs(QWidget *from, const Generation &generation, const Picture &picture)
{
    const auto save = [this, picture](const QString &path) {
        if (path.isEmpty()) {
            return;
        }
        whenDone(picturefiles::save(picture, path), this, [this, path](const Status &status) {
            if (status) {
                Q_EMIT say(Meaning::Ok, tr("Saved as %1").arg(QFileInfo(path).fileName()));
            } else {
                Q_EMIT say(Meaning::Bad, status.error().message);
            }
        });
    };
    m_dialogs.saveFile(from, tr("Save picture as"), picturefiles::suggestedName(generation, picture),
                       picturefiles::saveFilters(picture.format), save);
}

void CellActions::copy(const Picture &picture)
{
    const QSize whole(clipboardBound, clipboardBound);
    whenDone(picturefiles::load(picture.path, whole), this, [this, picture](const QImage &image) {
        if (image.isNull()) {
            Q_EMIT say(Meaning::Bad, tr("The picture’s file cannot be read, so it was not copied."));
            return;
        }
        auto *data = new QMimeData;
        data->setImageData(image);
        data->setUrls({QUrl::fromLocalFile(picture.path)});
        QGuiApplication::clipboard()->setMimeData(data);
        Q_EMIT say(Meaning::Ok, tr("Picture copied"));
    });
}

void CellActions::showInFolder(const Picture &picture)
{
    m_dialogs.showInFolder(picture.path);
}

void CellActions::open(const Picture &picture)
{
    m_dialogs.openUrl(QUrl::fromLocalFile(picture.path).toString());
}

void CellActions::drag(QWidget *from, const Picture &picture, const QImage &preview)
{
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(picture.path)});
    data->setImageData(preview);
    auto *drag = new QDrag(from);
    drag->setMimeData(data);
    drag->setPixmap(QPixmap::fromImage(preview.scaled(160, 160, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    drag->exec(Qt::CopyAction);
}

} // namespace lightwell
