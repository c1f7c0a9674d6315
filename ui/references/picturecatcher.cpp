// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/picturecatcher.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>

namespace lightwell {

PictureCatcher::PictureCatcher(QObject *parent)
    : QObject(parent)
{
}

void PictureCatcher::watch(QWidget *widget)
{
    widget->setAcceptDrops(true);
    widget->installEventFilter(this);
}

void PictureCatcher::watch(QPlainTextEdit *field)
{
    field->viewport()->installEventFilter(this);
    field->installEventFilter(this);
}

picturemime::Beside PictureCatcher::beside(QObject *watched)
{
    const bool isText =
        qobject_cast<QPlainTextEdit *>(watched) || qobject_cast<QPlainTextEdit *>(watched->parent()); // its viewport
    return isText ? picturemime::Beside::Text : picturemime::Beside::Anything;
}

bool PictureCatcher::takes(const QDropEvent *event, QObject *watched) const
{
    return !(m_othersOnly && event->source()) && picturemime::hasPictures(event->mimeData(), beside(watched));
}

bool PictureCatcher::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove: {
        auto *drag = static_cast<QDropEvent *>(event);
        if (takes(drag, watched)) {
            drag->setDropAction(Qt::CopyAction);
            drag->accept();
            Q_EMIT hovered(true);
            return true;
        }
        break;
    }
    case QEvent::DragLeave:
        Q_EMIT hovered(false);
        break;
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        Q_EMIT hovered(false);
        if (takes(drop, watched)) {
            drop->setDropAction(Qt::CopyAction);
            drop->accept();
            Q_EMIT dropped(picturemime::pictures(drop->mimeData()));
            return true;
        }
        break;
    }
    case QEvent::KeyPress:
        if (qobject_cast<QPlainTextEdit *>(watched) && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
            const QMimeData *data = QGuiApplication::clipboard()->mimeData();
            if (picturemime::hasPictures(data, picturemime::Beside::Text)) {
                Q_EMIT pasted(picturemime::pictures(data));
                return true;
            }
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lightwell
