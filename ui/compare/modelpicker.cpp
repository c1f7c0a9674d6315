// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/modelpicker.h"

#include "ui/compare/compareform.h"
#include "ui/compare/modeldelegate.h"
#include "ui/compare/pickermodel.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 470;
constexpr int maxRows = 14;
constexpr int fewestRows = 6; ///< that are seen, even where the card has to cover the button it opens from

} // namespace

ModelPicker::ModelPicker(QWidget *parent)
    : Popover(parent)
    , m_search(named(new QLineEdit, u"modelSearch"_s, tr("Search models by name, maker or provider")))
    , m_view(named(new QListView, u"modelList"_s, tr("Models")))
    , m_list(new PickerModel(this))
    , m_foot(new TextLabel(TextLabel::Voice::Small))
{
    named(static_cast<QWidget *>(this), u"modelPicker"_s, tr("Choose models"));
    m_search->setPlaceholderText(tr("Search by name, maker or provider"));
    m_search->addAction(themedIcon(Icon::Search, QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_view->setModel(m_list);
    m_view->setItemDelegate(new ModelDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(shadow + 1, shadow + 8, shadow + 1, shadow + 8);
    layout->setSpacing(0);
    const auto addInset = [layout](QWidget *widget, int sides) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(sides, 0, sides, 0);
        row->addWidget(widget);
        layout->addLayout(row);
    };
    addInset(m_search, 7);
    layout->addSpacing(6);
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addWidget(m_view, 1);
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addSpacing(7);
    addInset(m_foot, 13);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_list->setFilter(text);
        select(0);
        updateCount();
        if (isVisible()) {
            resizeTo(wantedSize());
        }
    });
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
}

void ModelPicker::setChoices(const QList<ModelChoice> &choices, const QStringList &chosen)
{
    m_list->setChoices(choices, chosen);
    select(0);
    updateCount();
}

void ModelPicker::setPrices(const ModelPrices &prices)
{
    m_list->setPrices(prices);
}

void ModelPicker::setChosen(const QStringList &chosen)
{
    m_list->setChosen(chosen);
    updateCount();
}

void ModelPicker::openBelow(QWidget *anchor)
{
    m_search->clear();
    m_room = roomBeside(anchor);
    openAt(anchor, wantedSize());
    m_search->setFocus(Qt::PopupFocusReason);
    select(0);
}

QSize ModelPicker::wantedSize() const
{
    const int row = std::max(1, m_view->sizeHintForRow(0));
    const int around = layout()->sizeHint().height() - m_view->sizeHint().height() - 2 * shadow;
    const int fitting = std::clamp((m_room - around) / row, fewestRows, maxRows);
    return {cardWidth, around + row * std::clamp(m_list->rowCount(), 1, fitting)};
}

bool ModelPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && (watched == m_search || watched == m_view)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int row = m_view->currentIndex().row();
        const int page = std::max(1, m_view->height() / std::max(1, m_view->sizeHintForRow(0)) - 1);
        switch (key->key()) {
        case Qt::Key_Down:
            select(row + 1);
            return true;
        case Qt::Key_Up:
            select(row - 1);
            return true;
        case Qt::Key_PageDown:
            select(row + page);
            return true;
        case Qt::Key_PageUp:
            select(row - page);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            take(row);
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            break;
        }
    }
    return Popover::eventFilter(watched, event);
}

void ModelPicker::select(int row)
{
    if (m_list->rowCount() > 0) {
        m_view->setCurrentIndex(m_list->index(std::clamp(row, 0, m_list->rowCount() - 1)));
    }
}

void ModelPicker::take(int row)
{
    if (row < 0 || row >= m_list->rowCount()) {
        return;
    }
    Q_EMIT toggled(QString(m_list->choice(row).slug));
}

void ModelPicker::updateCount()
{
    if (m_list->isOwnServer()) {
        m_foot->setText(tr("Nothing by that name is known. Your own server may know it."));
        return;
    }
    const int count = m_list->rowCount();
    m_foot->setText(tr("%1 · Enter chooses, Esc closes · up to %2 side by side")
                        .arg(count == 1 ? tr("1 model") : tr("%1 models").arg(count))
                        .arg(CompareForm::maxModels));
}

} // namespace lightwell
