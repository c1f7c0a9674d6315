// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "core/model/money.h"

#include <QJsonValue>
#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

namespace lightwell {

struct Reason;

/// The kinds of values that have no C++ type of their own: what is an id or a name, and of what.
namespace reasons {

struct ModelId
{
    ModelId(QString model = {})
        : id(std::move(model))
    {
    }
    QString id; ///< "flux.2-pro"
};

struct ProviderId
{
    ProviderId(QString provider = {})
        : id(std::move(provider))
    {
    }
    QString id; ///< "fal"
};

/// Several, in the order in which they are to be named.
struct ModelIds
{
    ModelIds(QStringList models = {})
        : ids(std::move(models))
    {
    }
    QStringList ids;
};

struct ProviderIds
{
    ProviderIds(QStringList providers = {})
        : ids(std::move(providers))
    {
    }
    QStringList ids;
};

/// An amount of data.
struct Bytes
{
    Bytes(qint64 amount = 0)
        : count(amount)
    {
    }
    qint64 count;
};

struct FieldName
{
    FieldName(QString field = {})
        : name(std::move(field))
    {
    }
    QString name; ///< of a request, in Lightwell's terms or the vendor's: "aspect_ratio"
};

struct FitName
{
    FitName(QString fit = {})
        : name(std::move(fit))
    {
    }
    QString name; ///< as fitName() writes it: "crop"
};

} // namespace reasons

/// A value that a sentence needs, kept as what it is: by which name and in which form it is shown is decided where
/// somebody reads it (core/wording).
struct ReasonValue
{
    enum class Kind {
        Text,
        Number,
        Size,
        Money,
        Model,
        Provider,
        Field,
        Format,
        Fit,
        List,
        Reasons,
        Models,
        Providers,
        Bytes
    };

    ReasonValue() = default;
    ReasonValue(const QString &text); ///< as it stands: words of the caller or a vendor, a vendor's own name
    ReasonValue(qint64 number);
    ReasonValue(QSize size);
    ReasonValue(Money amount);
    ReasonValue(ImageFormat format);
    ReasonValue(const reasons::ModelId &model);
    ReasonValue(const reasons::ProviderId &provider);
    ReasonValue(const reasons::ModelIds &models);
    ReasonValue(const reasons::ProviderIds &providers);
    ReasonValue(const reasons::Bytes &amount);
    ReasonValue(const reasons::FieldName &field);
    ReasonValue(const reasons::FitName &fit);
    ReasonValue(const QStringList &words);
    ReasonValue(const Reason &reason); ///< a sentence within the sentence
    ReasonValue(const QList<Reason> &sentences);

    Kind kind = Kind::Text;
    QJsonValue value = {}; ///< text, number, [width, height], micro-dollars, id, [id], name, [text] or [reason]

    [[nodiscard]] QJsonValue toJson() const;
    [[nodiscard]] static ReasonValue fromJson(const QJsonValue &json);
    friend bool operator==(const ReasonValue &, const ReasonValue &) = default;
};

/// Why something is as it is, in a form that a program can read: a code and the values its sentence needs. The codes
/// are listed once a room (planreasons.h, vendorreasons.h …), their sentences in core/wording.
struct Reason
{
    QString code; ///< "size_nearest"; empty: there is none
    QList<ReasonValue> values;

    /// A finished sentence: of somebody who gives no codes, or of a journal that knew none yet.
    [[nodiscard]] static Reason text(const QString &sentence);
    /// One behind the other; either may be empty.
    [[nodiscard]] static Reason both(const Reason &first, const Reason &second);
    [[nodiscard]] bool isEmpty() const { return code.isEmpty(); }
    /// The same with no text longer than so many UTF-16 units: vendors and callers write as much as they like.
    [[nodiscard]] Reason shortened(qsizetype longest) const;

    [[nodiscard]] QJsonValue toJson() const; ///< lossless, also for a code nobody knows here; a text is a plain string
    [[nodiscard]] static Reason fromJson(const QJsonValue &json);
    friend bool operator==(const Reason &, const Reason &) = default;
};

/// A code and the kinds of its values. Called with these, it is a reason:
///     inline constexpr ReasonCode<ModelId, ProviderId> noSeed {"no_seed"};
///     draft.drop(name, asked, reasons::noSeed(offer.model, offer.provider));
template<typename... Values>
struct ReasonCode
{
    const char *code;

    [[nodiscard]] Reason operator()(const Values &...values) const
    {
        return {QString::fromLatin1(code), {ReasonValue(values)...}};
    }
    [[nodiscard]] static QList<ReasonValue::Kind> kinds() { return {ReasonValue(Values {}).kind...}; }
};

namespace reasons {

inline constexpr ReasonCode<QString> text {"text"};
inline constexpr ReasonCode<QList<Reason>> sentences {"sentences"}; ///< one behind the other
inline constexpr ReasonCode<FieldName, Reason> ofField {"of_field"}; ///< a reason in a list of several fields

} // namespace reasons

} // namespace lightwell
