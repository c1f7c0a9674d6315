// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/words/vocabulary.h"

namespace lightwell::sketchbook {

const QList<Entry> &sceneWords()
{
    static const QList<Entry> list = {
        {Hint::Sky, "sky skies himmel ciel cielo"},
        {Hint::Background, "background backdrop hintergrund fond fondo wallpaper"},
        {Hint::On, "on auf sur"},
        {Hint::Colourless, "monochrome monochromatic grayscale greyscale noir_blanc schwarzweiss noir_film film_noir"},
        {Hint::Abstract, "abstract abstraction abstrakt abstrait abstracto nonfigurative"},
        {Hint::Riding, "riding rides ride reitet reitend"},
        {Place::Coast, "coast coastal coastline shore seaside cliff headland cape kueste kuste cote costa acantilado"},
        {Place::Sea,
         "sea ocean waves wave water bay beach sandbank strand meer ozean mer ocean "
         "plage mar oceano playa"},
        {Place::Lake, "lake pond reflection mirror loch fjord see_lake lac lago bergsee teich"},
        {Place::River, "river stream creek brook fluss bach riviere rio"},
        {Place::Waterfall, "waterfall cascade cataract waterfalls wasserfall cascada chute"},
        {Place::Harbour, "harbour harbor port marina quay pier dock hafen puerto port_de"},
        {Place::Island, "island isle islet insel ile isla archipelago"},
        {Place::Mountains,
         "mountain mountainous peak summit alp alps alpine range ridge himalaya valley "
         "berg berge gebirge alpen montagne montana fuji everest"},
        {Place::Volcano, "volcano volcanic lava eruption vulkan volcan"},
        {Place::Hills,
         "hill hillside rolling countryside landscape farmland pasture tuscany highland moor hugel "
         "huegel colline colina landschaft"},
        {Place::Meadow,
         "meadow grass grassland prairie wildflower garden park savanna savannah steppe lawn wiese "
         "garten prairie pradera jardin"},
        {Place::Fields, "field farm lavenders vineyard plantation orchard feld felder acker champ champs campo campos"},
        {Place::Forest, "forest wood woods woodland grove thicket clearing wilderness redwood wald foret bosque"},
        {Place::Jungle, "jungle rainforest tropics tropical dschungel selva"},
        {Place::Village, "village hamlet town cottage_row settlement dorf pueblo aldea"},
        {Place::City,
         "city skyline downtown skyscraper metropolis urban street alley cityscape tokyo manhattan "
         "york london berlin paris hong_kong shanghai cyberpunk stadt strasse ville rue ciudad calle "
         "building tower office"},
        {Place::Desert, "desert dune sahara sand sandy oasis wuste wueste dune desierto"},
        {Place::Canyon, "canyon mesa gorge badlands arizona monument butte western schlucht"},
        {Place::Arctic, "arctic antarctic antarctica iceberg glacier polar tundra ice icy arktis eis glace hielo"},
        {Place::Underwater, "underwater undersea reef coral deep_sea aquarium seabed unterwasser korallen"},
        {Place::Space,
         "space galaxy cosmos cosmic nebula universe orbit interstellar weltraum espace espacio mars "
         "alien"},
        {Place::Clouds, "sky_high the_clouds heaven cloudscape above_clouds"},
        {Place::Table,
         "table still_life tabletop kitchen desk shelf windowsill plate interior room studio counter "
         "tisch stillleben kuche mesa_table cocina cuisine macro product"},
        {Place::Portrait,
         "portrait face headshot woman man girl boy lady queen king selfie bust portrait gesicht "
         "frau mann femme homme mujer hombre"},
        {Hour::Dawn, "dawn daybreak sunrise morgengrauen sonnenaufgang aube amanecer"},
        {Hour::Morning, "morning early morgen matin manana"},
        {Hour::Noon, "noon midday daylight day daytime sunny mittag midi mediodia bright sonnig"},
        {Hour::Golden, "golden_hour afternoon evening late nachmittag abend soir tarde goldene_stunde"},
        {Hour::Dusk, "dusk sunset nightfall gloaming sonnenuntergang coucher crepuscule atardecer ocaso"},
        {Hour::Twilight, "twilight blue_hour dammerung daemmerung blaue_stunde"},
        {Hour::Night,
         "night midnight nocturnal starry stars star moonlit moonlight milky_way nacht nachts nuit noche "
         "dark darkness sterne"},
        {Weather::Clear, "clear cloudless klar"},
        {Weather::Cloudy, "cloud cloudy overcast wolke wolken nuage nube bewolkt"},
        {Weather::Fog, "fog foggy mist misty haze hazy smoke nebel neblig brouillard brume niebla"},
        {Weather::Rain, "rain rainy rainfall drizzle wet puddle shower regen regnerisch pluie lluvia"},
        {Weather::Storm, "storm stormy thunder thunderstorm lightning tempest hurricane gewitter sturm orage tormenta"},
        {Weather::Snow, "snow snowy snowfall snowing blizzard snowstorm schnee verschneit neige nieve"},
        {Weather::Wind, "wind windy breeze gale wind vent viento"},
        {Weather::Aurora, "aurora northern_lights borealis polarlicht polarlichter"},
        {Weather::Rainbow, "rainbow regenbogen arcoiris arc_ciel"},
        {Season::Spring, "spring springtime blossom cherry sakura april may fruhling fruehling printemps primavera"},
        {Season::Summer, "summer summertime july august sommer ete verano"},
        {Season::Autumn, "autumn fall autumnal october november harvest herbst automne otono pumpkin"},
        {Season::Winter,
         "winter wintry christmas december january frozen frost frosty xmas hiver invierno "
         "weihnachten"},
        {Mood::Calm,
         "calm peaceful quiet serene silence silent tranquil still minimal minimalist zen ruhig "
         "peace meditation harmony justice balance truth"},
        {Mood::Sad, "sad melancholy lonely loneliness alone sorrow grief gloomy nostalgia traurig einsam triste"},
        {Mood::Joyful,
         "joy joyful happy happiness cheerful playful vivid colorful colourful vibrant love freedom "
         "hope party celebration frohlich bunt alegre"},
        {Mood::Dramatic, "dramatic epic power anger fury war intense majestic grand heroic apocalypse courage"},
        {Mood::Dreamy,
         "dream dreamy dreamlike surreal pastel magic magical fantasy fairy fairytale whimsical ethereal "
         "traum imagination"},
        {Mood::Mysterious, "mystery mysterious eerie haunted spooky secret hidden gothic unknown fear ghost"},
        {Mood::Neon, "neon synthwave vaporwave retrowave cyber futuristic future techno"},
        {Mood::Vintage, "vintage retro old antique nostalgic sepia classic ancient"},
        {Mood::Cold, "cold chilly freezing bleak kalt froid frio"},
        {Mood::Warm, "warm warmth cozy cosy hot heat warme calido gemutlich"},
    };
    return list;
}

} // namespace lightwell::sketchbook
