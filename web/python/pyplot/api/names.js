// Names that matplotlib has and these figures lack, so that they are refused in words and not called unknown.
// Source: dir() of pyplot, of a Figure, of Axes, and of what is drawn, matplotlib 3.6, without what is here and what only backends call.

/** @param {string} text `=x` is get_x and set_x @param {Set<string>} [common] */
const names = (text, common = new Set()) =>
  new Set([
    ...text
      .split(/\s+/)
      .flatMap((name) => (name.startsWith('=') ? [`get_${name.slice(1)}`, `set_${name.slice(1)}`] : [name])),
    ...common,
  ]);

/** What axes, figures and things drawn have in common. */
const commonNames =
  names(`=animated =clip_box =clip_on =clip_path =gid =in_layout =path_effects =picker =transform =url add_callback callbacks clipbox
    contains convert_xunits convert_yunits draw findobj get_alpha get_children get_rasterized get_transformed_clip_path_and_affine
    get_window_extent get_zorder have_units is_transform_set patch pick properties remove_callback set_figure sticky_edges update
    update_from zorder`);
/** Of axes. */
export const axesNames = names(
  `=autoscalex_on =autoscaley_on =fc =subplotspec acorr add_child_axes add_collection add_container add_image add_table
    angle_spectrum apply_aspect artists axes barbs bbox broken_barh bxp child_axes cohere contains_point csd dataLim draw_artist ecdf
    eventplot format_coord format_xdata format_ydata get_adjustable get_anchor get_autoscale_on get_axisbelow get_box_aspect
    get_data_ratio get_default_bbox_extra_artists get_frame_on get_gridspec get_images get_label get_position get_shared_x_axes
    get_shared_y_axes get_xaxis_transform get_xgridlines get_xminorticklabels get_xticklines get_yaxis_transform get_ygridlines
    get_yminorticklabels get_yticklines hexbin indicate_inset inset_axes magnitude_spectrum name pcolor pcolorfast phase_spectrum
    plot_date plot_surface psd quiver quiverkey secondary_xaxis secondary_yaxis specgram spy stairs streamplot table tables
    transLimits transScale tricontour tricontourf tripcolor triplot update_datalim use_sticky_edges viewLim violin violinplot
    xaxis_date xcorr yaxis_date`,
  commonNames,
);
/** Of figures. */
export const figureNames = names(
  `=edgecolor =frameon =label =linewidth =visible add_artist add_subfigure artists bbox bbox_inches draw_artist
    draw_without_rendering figimage figure frameon get_constrained_layout get_default_bbox_extra_artists get_facecolor get_figure
    get_layout_engine get_tight_layout ginput images legends lines patches remove set set_alpha set_canvas set_rasterized set_zorder
    subfigs subfigures subplotpars texts transSubfigure waitforbuttonpress`,
  commonNames,
);
/** Of what is drawn, but for get_… and set_…. */
export const artistNames = names(
  `N OFFSETTEXTPAD add_label add_label_clabeltext add_label_near add_lines allkinds allsegs alpha angle anncoords antialiased
    arrow_patch arrowprops autoscale autoscale_None ax axes axis_date axis_name borderaxespad borderpad boundaries
    calc_label_rot_and_inline callbacksSM can_composite changed clabel clear cmap codes collections colorbar colorbar_cid
    colorbar_extend colors columnspacing contains_point contains_points convert_units converter copy cvalues dividers draggable
    drawStyleKeys drawStyles draw_frame drawedges extend extendfrac extendrect extent figure fill fillStyles filled filled_markers
    find_nearest_contour formatter grid handleheight handlelength handletextpad hatches ind_offset is_dashed is_gray isaxes label
    labelCValues labelTexts label_position labelpad labels labelspacing layers legendHandles legendPatch legend_elements levels
    limit_range_for_scale lineStyles lines linestyles linewidths locate_label locator logscale major majorTicks make_image mappable
    markers markerscale minor minorTicks minorformatter minorlocator minorticks_off minorticks_on monochrome n_rasterize name nchunk
    negative_linestyles norm numpoints offsetText offset_text_position orientation origin outline parent pickradius pop_label
    print_label prop recache recache_always remove resampled reset_ticks reversed rotation_point scatterpoints set shadow solids
    solids_patches spacing tcolors texts tick_bottom tick_top ticklocation tlinewidths to_rgba too_close units
    update_bbox_position_size update_default_handler_map update_normal update_positions update_scalarmappable update_ticks
    update_units values vmax vmin with_extremes write_png xy xyann xycoords zmax zmin`,
  commonNames,
);
/** Of pyplot. */
export const pyplotNames =
  names(`acorr angle_spectrum autumn barbs bone broken_barh clim cohere connect copper csd disconnect ecdf eventplot figaspect
    figimage findobj flag get get_figlabels get_scale_names ginput grouped_bar hexbin hsv imread interactive magnitude_spectrum
    nipy_spectral pcolor phase_spectrum pink plot_date polar prism psd quiver quiverkey register_cmap rgrids sci specgram spring spy
    stairs streamplot subplot_tool summer table thetagrids tricontour tricontourf tripcolor triplot violinplot waitforbuttonpress
    winter xcorr xkcd`);
