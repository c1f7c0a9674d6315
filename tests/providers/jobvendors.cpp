// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/jobvendors.h"

#include "core/catalog/catalog.h"
#include "providers/alibaba/alibabaadapter.h"
#include "providers/bfl/bfladapter.h"
#include "providers/bria/briaadapter.h"
#include "providers/comfyui/comfyuiadapter.h"
#include "providers/fal/faladapter.h"
#include "providers/fireworks/fireworksadapter.h"
#include "providers/ideogram/ideogramadapter.h"
#include "providers/leonardo/leonardoadapter.h"
#include "providers/luma/lumaadapter.h"
#include "providers/novita/novitaadapter.h"
#include "providers/replicate/replicateadapter.h"
#include "providers/runware/runwareadapter.h"
#include "providers/sdcpp/sdcppadapter.h"
#include "providers/stability/stabilityadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/localengines.h"
#include "tests/standins/alibaba.h"
#include "tests/standins/bfl.h"
#include "tests/standins/bria.h"
#include "tests/standins/comfyui.h"
#include "tests/standins/fal.h"
#include "tests/standins/fireworks.h"
#include "tests/standins/ideogram.h"
#include "tests/standins/leonardo.h"
#include "tests/standins/luma.h"
#include "tests/standins/novita.h"
#include "tests/standins/replicate.h"
#include "tests/standins/runware.h"
#include "tests/standins/sdcpp.h"
#include "tests/standins/stability.h"
#include "tests/standins/vendorinputs.h"

using namespace Qt::StringLiterals;

namespace lightwell::test {

namespace {

struct Row
{
    const char *name;
    std::unique_ptr<Adapter> (*adapter)();
    std::unique_ptr<VendorStandIn> (*standIn)();
    QByteArray (*key)(); ///< null: an engine on this machine, which has none
    Plan (*plan)();
    bool (*knows)(const QString &endpoint); ///< null: what VendorInputs has
};

template<typename T>
std::unique_ptr<Adapter> adapter()
{
    return std::make_unique<T>();
}

template<typename T>
std::unique_ptr<VendorStandIn> standIn()
{
    return std::make_unique<T>();
}

template<Offer (*offer)()>
Plan plain()
{
    return planFor(offer());
}

template<typename T>
bool isKnown(const QString &endpoint)
{
    return T::find(endpoint) != nullptr;
}

/// As the catalog has it; its name is written so that a template can have it.
template<const char *offer>
Plan ofCatalog()
{
    const QString id = QString::fromLatin1(offer);
    return catalogPlan(id, wishFor(id));
}

std::unique_ptr<Adapter> runwareAdapter()
{
    return std::make_unique<RunwareAdapter>([made = 0]() mutable {
        return u"00000000-0000-4000-8000-%1"_s.arg(++made, 12, 10, QChar(u'0')); // as a test needs it: foreseeable
    });
}

std::unique_ptr<Adapter> novitaAdapter()
{
    return std::make_unique<NovitaAdapter>([] { return 77U; });
}

bool isIdeograms(const QString &endpoint)
{
    return VendorInputs::find(u"ideogram"_s, u"generate/"_s + endpoint).has_value();
}

/// A picture to edit, so that it is uploaded first.
Plan comfyUi()
{
    const QString edit = u"image-edit"_s;
    return enginePlan(u"comfyui"_s, u"dreamshaper_8.safetensors"_s, edit, engineRequest(edit));
}

Plan sdCpp()
{
    const QString words = u"text-to-image"_s;
    return enginePlan(u"sd-cpp"_s, u"flux1-schnell-q4_k"_s, words, engineRequest(words));
}

/// Its generations are no jobs, or the catalog has none of its models.
bool isNone(const QString &)
{
    return false;
}

constexpr char alibabaOffer[] = "alibaba/wan2.2-t2i";
constexpr char briaOffer[] = "bria/bria-fibo";
constexpr char fireworksOffer[] = "fireworks/flux-kontext-pro";
constexpr char ideogramOffer[] = "ideogram/ideogram-v3";
constexpr char leonardoOffer[] = "leonardo/leonardo-lucid-origin";
constexpr char novitaOffer[] = "novita/flux-2-pro";
constexpr char runwareOffer[] = "runware/flux-1-schnell";
constexpr char stabilityOffer[] = "stability/stability-upscale-creative"; // its only job

constexpr Row rows[] = {
    {"alibaba", adapter<AlibabaAdapter>, standIn<AlibabaStandIn>, AlibabaStandIn::key, ofCatalog<alibabaOffer>,
     nullptr},
    {"black-forest-labs", adapter<BflAdapter>, standIn<BflStandIn>, BflStandIn::key, plain<bflOffer>,
     isKnown<BflModel>},
    {"bria", adapter<BriaAdapter>, standIn<BriaStandIn>, BriaStandIn::key, ofCatalog<briaOffer>, nullptr},
    {"comfyui", adapter<ComfyUiAdapter>, standIn<ComfyUiStandIn>, nullptr, comfyUi, isNone},
    {"fal", adapter<FalAdapter>, standIn<FalStandIn>, FalStandIn::key, plain<falOffer>, isKnown<FalEndpoint>},
    {"fireworks", adapter<FireworksAdapter>, standIn<FireworksStandIn>, FireworksStandIn::key,
     ofCatalog<fireworksOffer>, nullptr},
    {"ideogram", adapter<IdeogramAdapter>, standIn<IdeogramStandIn>, IdeogramStandIn::key, ofCatalog<ideogramOffer>,
     isIdeograms},
    {"leonardo", adapter<LeonardoAdapter>, standIn<LeonardoStandIn>, LeonardoStandIn::key, ofCatalog<leonardoOffer>,
     nullptr},
    {"luma", adapter<LumaAdapter>, standIn<LumaStandIn>, LumaStandIn::key, plain<lumaOffer>, nullptr},
    {"luma/agents", adapter<LumaAdapter>, standIn<LumaStandIn>, LumaStandIn::key, plain<lumaAgentsOffer>, isNone},
    {"novita", novitaAdapter, standIn<NovitaStandIn>, NovitaStandIn::key, ofCatalog<novitaOffer>, nullptr},
    {"replicate", adapter<ReplicateAdapter>, standIn<ReplicateStandIn>, ReplicateStandIn::key, plain<replicateOffer>,
     isKnown<ReplicateModel>},
    {"runware", runwareAdapter, standIn<RunwareStandIn>, RunwareStandIn::key, ofCatalog<runwareOffer>, nullptr},
    {"sd-cpp", adapter<SdCppAdapter>, standIn<SdCppStandIn>, nullptr, sdCpp, isNone},
    {"stability", adapter<StabilityAdapter>, standIn<StabilityStandIn>, StabilityStandIn::key,
     ofCatalog<stabilityOffer>, isNone},
};

const Row &rowOf(const QString &name)
{
    const auto *row = std::find_if(std::begin(rows), std::end(rows),
                                   [&](const Row &entry) { return name == QLatin1StringView(entry.name); });
    Q_ASSERT(row != std::end(rows));
    return *row;
}

} // namespace

JobVendor::JobVendor(const QString &name)
    : adapter(rowOf(name).adapter())
    , standIn(rowOf(name).standIn())
    , plan(rowOf(name).plan())
{
    if (!isLocal(name)) {
        credentials.key = rowOf(name).key();
    }
    credentials.baseUrl = standIn->baseUrl();
    if (name.startsWith("luma"_L1)) {
        credentials.extra = {{u"agents_api_key"_s, LumaStandIn::agentsKey()}};
    }
    if (name == "stability"_L1 || isLocal(name)) {
        standIn->hurry(); // they have a pause of their own
    }
}

QStringList JobVendor::names()
{
    QStringList names;
    for (const Row &row : rows) {
        const QLatin1StringView name(row.name);
        if (!name.contains(u'/')) {
            names.append(name);
        }
    }
    return names;
}

bool JobVendor::isLocal(const QString &vendor)
{
    return rowOf(vendor).key == nullptr;
}

namespace {

QStringList knownOffersFor(const QString &mode, const QString &vendor)
{
    const Row &row = rowOf(vendor);
    QStringList known;
    const QList<Model> models = Catalog::builtIn().models();
    for (const Model &model : models) {
        for (const Offer &offer : model.offers) {
            const QString id = offer.providerModel;
            const auto served = [&] { return row.knows ? row.knows(id) : VendorInputs::find(vendor, id).has_value(); };
            const bool draws = offer.formats == QList {ImageFormat::Svg};
            if (offer.provider == vendor && offer.hasMode(mode) && !draws && served()) {
                known.append(offer.id());
            }
        }
    }
    return known;
}

} // namespace

QStringList JobVendor::knownOffers(const QString &vendor)
{
    return knownOffersFor(u"text-to-image"_s, vendor);
}

QStringList JobVendor::editOffers(const QString &vendor)
{
    return knownOffersFor(u"image-edit"_s, vendor);
}

int JobVendor::fewestOffers(const QString &vendor)
{
    const QMap<QString, int> few {{u"alibaba"_s, 10},  {u"bria"_s, 2},     {u"comfyui"_s, 0},
                                  {u"fireworks"_s, 9}, {u"ideogram"_s, 2}, {u"leonardo"_s, 3},
                                  {u"luma"_s, 2},      {u"sd-cpp"_s, 0},   {u"stability"_s, 0}};
    return few.value(vendor, 10);
}

int JobVendor::cancellations() const
{
    int count = 0;
    const QList<Received> calls = standIn->calls();
    for (const Received &call : calls) {
        const bool isComfyUis = call.method == "POST"_ba && call.path == "/queue"_L1;
        count += call.path.endsWith("/cancel"_L1) || call.method == "DELETE"_ba || isComfyUis ? 1 : 0;
    }
    return count;
}

} // namespace lightwell::test
