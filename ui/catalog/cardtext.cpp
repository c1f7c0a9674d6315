// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/cardtext.h"

#include "core/catalog/modelcard.h"

#include <QEvent>
#include <QTextDocument>

#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

CardText::CardText(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) {
            Q_EMIT linkChosen(url.toString());
        }
    });
}

void CardText::showCard(const QString &family)
{
    const QByteArray card = modelCard(family);
    setHtml(markdown::toHtml(card));
    setVisible(!card.isEmpty());
    fit();
}

QVariant CardText::loadResource(int, const QUrl &)
{
    return {};
}

void CardText::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fit();
}

void CardText::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    }
}

void CardText::fit()
{
    document()->setTextWidth(viewport()->width());
    setFixedHeight(static_cast<int>(std::ceil(document()->size().height())) + 2);
}

} // namespace lightwell
